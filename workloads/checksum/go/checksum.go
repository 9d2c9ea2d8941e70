// Checksum prints a file's SHA-256, SHA-512 and MD5, and reads the file again for each, every time that it is asked to.
package main

import (
	"bufio"
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
	"io"
	"os"

	"tarebench.dev/tare"
)

var algorithms = []struct {
	name   string
	create func() hash.Hash
}{
	{"SHA-256", sha256.New},
	{"SHA-512", sha512.New},
	{"MD5", md5.New},
}

func checksum(path string, hash hash.Hash) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if _, err := io.Copy(hash, file); err != nil {
		return nil, err
	}
	return hash.Sum(nil), nil
}

// last is the last of several checksums of the same file.
func last(path string, create func() hash.Hash, times int) (sum []byte, err error) {
	for range times {
		if sum, err = checksum(path, create()); err != nil {
			return nil, tare.Reject(path, err)
		}
	}
	return sum, nil
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 2, "checksum FILE TIMES")
	if err != nil {
		return err
	}
	times, err := tare.Number("TIMES", texts[1], 1, 100_000)
	if err != nil {
		return err
	}
	for _, algorithm := range algorithms {
		sum, err := last(texts[0], algorithm.create, times)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(answer, "%s %x\n", algorithm.name, sum); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	tare.Run(body)
}
