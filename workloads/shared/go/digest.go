package tare

import "fmt"

// Digest turns a long answer into a short one by FNV-1a of 64 bits: cheap beside any guest's own work, and the same few
// lines in every language. Its zero value is of nothing yet.
type Digest struct {
	distance uint64
}

const (
	offset = 0xCBF29CE484222325
	prime  = 0x100000001B3
)

// Write never fails; it makes a Digest an io.Writer.
func (d *Digest) Write(content []byte) (int, error) {
	hash := d.distance ^ offset
	for _, b := range content {
		hash = (hash ^ uint64(b)) * prime
	}
	d.distance = hash ^ offset
	return len(content), nil
}

// String is 16 hexadecimal digits.
func (d *Digest) String() string {
	return fmt.Sprintf("%016x", d.distance^offset)
}
