// Diskio writes N lines of 16 bytes to a file, one call each, reads them back, and removes the file.
package main

import (
	"bufio"
	"fmt"
	"os"

	"tarebench.dev/tare"
)

const path = "lines.txt"

// write makes one call per line on purpose: calls are what this guest is about.
func write(lines int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	for line := range lines {
		if _, err := fmt.Fprintf(file, "line %10d\n", line); err != nil {
			return err
		}
	}
	return file.Close()
}

func read(digest *tare.Digest) (int, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	lines := 0
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		_, _ = digest.Write(scanner.Bytes())
		lines++
	}
	return lines, scanner.Err()
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 1, "diskio LINES")
	if err != nil {
		return err
	}
	lines, err := tare.Number("LINES", texts[0], 1, 100_000_000)
	if err != nil {
		return err
	}
	if err := write(lines); err != nil {
		return err
	}
	var digest tare.Digest
	found, err := read(&digest)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil {
		return err
	}
	_, err = fmt.Fprintf(answer, "%d lines, digest %s\n", found, &digest)
	return err
}

func main() {
	tare.Run(body)
}
