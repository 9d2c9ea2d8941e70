package tare

import (
	"encoding/binary"
	"math"
)

// AddDoubles adds every bit of the numbers: an answer that agrees agrees exactly.
func (d *Digest) AddDoubles(numbers []float64) {
	var bits [8]byte
	for _, number := range numbers {
		binary.LittleEndian.PutUint64(bits[:], math.Float64bits(number))
		_, _ = d.Write(bits[:])
	}
}
