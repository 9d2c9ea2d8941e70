// Aes encrypts a text by AES-128 in cipher feedback mode, encodes it in base 64, and decrypts it again.
package main

import (
	"bufio"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"fmt"
	"math"

	"tarebench.dev/tare"
)

// filled is of printable characters.
func filled(random *tare.Random, count int) []byte {
	text := make([]byte, count)
	for i := range text {
		text[i] = byte(' ' + random.Next()%95)
	}
	return text
}

func encrypted(block cipher.Block, vector, text []byte) string {
	secret := make([]byte, len(text))
	cipher.NewCFBEncrypter(block, vector).XORKeyStream(secret, text)
	return base64.StdEncoding.EncodeToString(secret)
}

func decrypted(block cipher.Block, vector []byte, encoded string) ([]byte, error) {
	text, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return nil, err
	}
	cipher.NewCFBDecrypter(block, vector).XORKeyStream(text, text)
	return text, nil
}

func sizes(arguments []string) (length, times int, err error) {
	texts, err := tare.Arguments(arguments, 2, "aes CHARACTERS TIMES")
	if err != nil {
		return 0, 0, err
	}
	if length, err = tare.Number("CHARACTERS", texts[0], 1, 1<<24); err != nil {
		return 0, 0, err
	}
	times, err = tare.Number("TIMES", texts[1], 1, math.MaxInt32)
	return length, times, err
}

func body(arguments []string, answer *bufio.Writer) error {
	length, times, err := sizes(arguments)
	if err != nil {
		return err
	}
	random := tare.Random(42)
	block, err := aes.NewCipher(filled(&random, 16))
	if err != nil {
		return err
	}
	vector := filled(&random, aes.BlockSize)
	text := filled(&random, length)
	var digest tare.Digest
	for range times {
		encoded := encrypted(block, vector, text)
		again, err := decrypted(block, vector, encoded)
		if err != nil || !bytes.Equal(again, text) {
			return tare.Fail("decryption does not give the text back", err)
		}
		_, _ = digest.Write([]byte(encoded))
		// A new vector each time: otherwise every round would be the same.
		copy(vector, encoded)
	}
	_, err = fmt.Fprintf(answer, "%d times %d characters, digest %s\n", times, length, &digest)
	return err
}

func main() {
	tare.Run(body)
}
