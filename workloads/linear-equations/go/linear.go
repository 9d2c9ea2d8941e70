// Linear-equations solves N linear equations with N unknowns by gonum.
package main

import (
	"bufio"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"tarebench.dev/tare"
)

func filled(random *tare.Random, count int) []float64 {
	numbers := make([]float64, count)
	for i := range numbers {
		numbers[i] = random.Uniform()
	}
	return numbers
}

// residual is the largest error of any equation.
func residual(a *mat.Dense, x, b *mat.VecDense) float64 {
	var difference mat.VecDense
	difference.MulVec(a, x)
	difference.SubVec(&difference, b)
	largest := 0.0
	for _, element := range difference.RawVector().Data {
		largest = max(largest, math.Abs(element))
	}
	return largest
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 1, "linear-equations N")
	if err != nil {
		return err
	}
	n, err := tare.Number("N", texts[0], 1, 8192)
	if err != nil {
		return err
	}
	random := tare.Random(42)
	a := mat.NewDense(n, n, filled(&random, n*n))
	b := mat.NewVecDense(n, filled(&random, n))
	var x mat.VecDense
	if err := x.SolveVec(a, b); err != nil {
		return tare.Fail("the equations have no solution", err)
	}
	var digest tare.Digest
	digest.AddDoubles(x.RawVector().Data)
	_, err = fmt.Fprintf(answer, "solved to 1e-6: %t, digest %s\n", residual(a, &x, b) < 1e-6, &digest)
	return err
}

func main() {
	tare.Run(body)
}
