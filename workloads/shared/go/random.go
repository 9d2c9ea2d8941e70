package tare

// Random is splitmix64: the same numbers everywhere, for ever, which math/rand does not promise. Its value is the seed.
type Random uint64

// Next is the next 64 bits.
func (r *Random) Next() uint64 {
	*r += 0x9E3779B97F4A7C15
	mixed := uint64(*r)
	mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9
	mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB
	return mixed ^ (mixed >> 31)
}

// Uniform is in [0, 1), of 53 bits.
func (r *Random) Uniform() float64 {
	return float64(r.Next()>>11) / (1 << 53)
}

// Normal is a deviate of mean 0 and variance 1 as the sum of twelve uniform ones, which needs no logarithm and no
// cosine: those differ between platforms in the last bit.
func (r *Random) Normal() float64 {
	sum := -6.0
	for range 12 {
		sum += r.Uniform()
	}
	return sum
}
