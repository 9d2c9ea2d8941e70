// Float-operation takes the sine, the cosine and the root of N numbers.
package main

import (
	"bufio"
	"fmt"
	"math"

	"tarebench.dev/tare"
)

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 1, "float-operation N")
	if err != nil {
		return err
	}
	n, err := tare.Number("N", texts[0], 1, math.MaxInt32)
	if err != nil {
		return err
	}
	sum := 0.0
	for i := range n {
		x := float64(i)
		sum += math.Sin(x)
		sum += math.Cos(x)
		sum += math.Sqrt(x)
	}
	_, err = fmt.Fprintf(answer, "sum %.6f bits %016x\n", sum, math.Float64bits(sum))
	return err
}

func main() {
	tare.Run(body)
}
