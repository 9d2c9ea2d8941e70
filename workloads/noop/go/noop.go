// Noop does nothing, so that what remains is the cost of starting and ending a program. Marks nothing: a write would be
// work.
package main

func main() {}
