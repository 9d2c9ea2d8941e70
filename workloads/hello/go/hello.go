// Hello prints one line: the smallest program whose answer can be verified.
package main

import (
	"bufio"

	"tarebench.dev/tare"
)

func main() {
	tare.Run(func(_ []string, answer *bufio.Writer) error {
		_, err := answer.WriteString("Hello from Tare\n")
		return err
	})
}
