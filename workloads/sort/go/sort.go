// Sort sorts the lines of a text and writes them ("all at once"), then sorts the characters of each line and writes
// those ("one at a time"). Works on bytes, so that every language agrees on the order.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"time"

	"tarebench.dev/tare"
)

const bufferSize = 1 << 16

var lineEnd = []byte{'\n'}

// lines is a file of lines that knows the digest of what was written to it.
type lines struct {
	file   *os.File
	writer *bufio.Writer
	digest *tare.Digest
}

func create(path string) (*lines, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &lines{file, bufio.NewWriterSize(file, bufferSize), &tare.Digest{}}, nil
}

// write leaves the writer's error to close, which sees the first one.
func (l *lines) write(line []byte) {
	_, _ = l.writer.Write(line)
	_ = l.writer.WriteByte('\n')
	_, _ = l.digest.Write(line)
	_, _ = l.digest.Write(lineEnd)
}

func (l *lines) close() (*tare.Digest, error) {
	if err := l.writer.Flush(); err != nil {
		return nil, err
	}
	return l.digest, l.file.Close()
}

// each calls with every line of the text, without its end.
func each(text []byte, visit func(line []byte)) {
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, lineEnd)
		visit(line)
		text = rest
	}
}

func sortLines(text []byte) (*tare.Digest, error) {
	all := make([][]byte, 0, bytes.Count(text, lineEnd)+1)
	each(text, func(line []byte) {
		all = append(all, line)
	})
	slices.SortFunc(all, bytes.Compare)
	sorted, err := create("lines.txt")
	if err != nil {
		return nil, err
	}
	for _, line := range all {
		sorted.write(line)
	}
	return sorted.close()
}

func sortCharacters(text []byte) (*tare.Digest, error) {
	sorted, err := create("characters.txt")
	if err != nil {
		return nil, err
	}
	each(text, func(line []byte) {
		slices.Sort(line)
		sorted.write(line)
	})
	return sorted.close()
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 1, "sort TEXT")
	if err != nil {
		return err
	}
	text, err := os.ReadFile(texts[0])
	if err != nil {
		return tare.Reject(texts[0], err)
	}
	begin := time.Now()
	linesDigest, err := sortLines(text)
	if err != nil {
		return err
	}
	charactersDigest, err := sortCharacters(text)
	if err != nil {
		return err
	}
	tare.Kernel(begin)
	_, err = fmt.Fprintf(answer, "lines %s characters %s\n", linesDigest, charactersDigest)
	return err
}

func main() {
	tare.Run(body)
}
