package tare

import (
	"errors"
	"fmt"
)

// trouble is why a guest ends without an answer: a message for standard error and the exit code that goes with it.
type trouble struct {
	message string
	code    int
}

func (t trouble) Error() string {
	return t.message
}

// Reject makes the error of bad input: exit code 2.
func Reject(problem string, subject any) error {
	return trouble{fmt.Sprint(problem, ": ", subject), 2}
}

// Fail makes the error of a failure that is not the input's fault: exit code 1, like any other error.
func Fail(problem string, subject any) error {
	return trouble{fmt.Sprint(problem, ": ", subject), 1}
}

func exitCode(err error) int {
	var known trouble
	if errors.As(err, &known) {
		return known.code
	}
	return 1
}
