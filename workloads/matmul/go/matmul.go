// Matmul multiplies two N x N matrices of normally distributed doubles by gonum.
package main

import (
	"bufio"
	"fmt"

	"gonum.org/v1/gonum/mat"

	"tarebench.dev/tare"
)

func filled(random *tare.Random, n int) *mat.Dense {
	elements := make([]float64, n*n)
	for i := range elements {
		elements[i] = random.Normal()
	}
	return mat.NewDense(n, n, elements)
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 1, "matmul N")
	if err != nil {
		return err
	}
	n, err := tare.Number("N", texts[0], 1, 8192)
	if err != nil {
		return err
	}
	random := tare.Random(42)
	a := filled(&random, n)
	b := filled(&random, n)
	var product mat.Dense
	product.Mul(a, b)
	var digest tare.Digest
	digest.AddDoubles(product.RawMatrix().Data)
	_, err = fmt.Fprintf(answer, "sum %.6f, digest %s\n", mat.Sum(&product), &digest)
	return err
}

func main() {
	tare.Run(body)
}
