// Imageprocessing inverts a photograph, resizes it, rotates it by 45 degrees, and writes it as PNG.
package main

import (
	"bufio"
	"fmt"
	"image"
	"image/png"
	"os"

	"github.com/anthonynsimon/bild/effect"
	"github.com/anthonynsimon/bild/transform"

	"tarebench.dev/tare"
)

func read(path string) (image.Image, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return png.Decode(file)
}

func write(path string, picture image.Image) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		return err
	}
	return file.Close()
}

func body(arguments []string, answer *bufio.Writer) error {
	texts, err := tare.Arguments(arguments, 4, "imageprocessing PHOTOGRAPH PICTURE SIDE TIMES")
	if err != nil {
		return err
	}
	side, err := tare.Number("SIDE", texts[2], 1, 8192)
	if err != nil {
		return err
	}
	times, err := tare.Number("TIMES", texts[3], 1, 100_000)
	if err != nil {
		return err
	}
	var rotated *image.RGBA
	for range times {
		photograph, err := read(texts[0])
		if err != nil {
			return tare.Reject(texts[0], err)
		}
		resized := transform.Resize(effect.Invert(photograph), side, side, transform.Linear)
		rotated = transform.Rotate(resized, 45, nil)
		if err := write(texts[1], rotated); err != nil {
			return tare.Reject(texts[1], err)
		}
	}
	var digest tare.Digest
	_, _ = digest.Write(rotated.Pix)
	_, err = fmt.Fprintf(answer, "%d x %d pixels, digest %s\n", rotated.Rect.Dx(), rotated.Rect.Dy(), &digest)
	return err
}

func main() {
	tare.Run(body)
}
