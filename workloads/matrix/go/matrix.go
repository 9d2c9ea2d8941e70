// Matrix multiplies two N x N matrices of doubles in the order in which a textbook writes it, and prints the sum of the
// product.
package main

import (
	"bufio"
	"fmt"
	"math"
	"time"

	"tarebench.dev/tare"
)

func filled(random *tare.Random, n int) []float64 {
	matrix := make([]float64, n*n)
	for i := range matrix {
		matrix[i] = random.Uniform()
	}
	return matrix
}

func product(a, b []float64, n int) []float64 {
	c := make([]float64, n*n)
	for i := range n {
		for j := range n {
			sum := 0.0
			for k := range n {
				// The conversion forbids a fused multiply-add, which would change the last bit on some machines.
				sum += float64(a[i*n+k] * b[k*n+j])
			}
			c[i*n+j] = sum
		}
	}
	return c
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 1, "matrix N")
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
	begin := time.Now()
	c := product(a, b, n)
	tare.Kernel(begin)
	sum := 0.0
	for _, element := range c {
		sum += element
	}
	_, err = fmt.Fprintf(answer, "sum %.6f bits %016x\n", sum, math.Float64bits(sum))
	return err
}

func main() {
	tare.Run(body)
}
