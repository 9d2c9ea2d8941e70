// Package tare is the half of the guest contract that every Go guest shares: marks, repetitions, and how a guest
// refuses.
//
// A guest's main is one call of [Run]. Its body must be repeatable: --tare-repeat=N runs it N times in one process,
// and each repetition must print the whole answer again.
package tare

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
)

const repeatOption = "--tare-repeat"

// Some container handlers join all arguments into one; one that begins with this is taken apart at its blanks.
const wordsOption = "--tare-words "

// In a container an engine may open the root for its guest, and not the folder that the container starts in.
const directory = "TARE_DIRECTORY"

// Body is what a guest does. It writes its answer to the writer, which is flushed before the end mark.
type Body func(arguments []string, answer *bufio.Writer) error

// Run owns a guest's process from the begin mark to the exit code.
func Run(body Body) {
	err := enterDirectory()
	mark("begin", time.Now().UnixNano())
	if err == nil {
		err = runBody(body)
	}
	if err != nil {
		send(err.Error())
		os.Exit(exitCode(err))
	}
	// The end mark says "completed": some container handlers lose the exit code.
	mark("end", time.Now().UnixNano())
}

// Kernel reports the duration of the part that the guest is about, as "@tare kernel <ns>".
func Kernel(since time.Time) {
	mark("kernel", time.Since(since).Nanoseconds())
}

// Number reads a decimal integer of least..most; anything else is bad input.
func Number(name, text string, least, most int) (int, error) {
	number, err := strconv.Atoi(text)
	// The standard parser alone would let a plus sign through.
	if err != nil || strings.HasPrefix(text, "+") {
		return 0, Reject(name, "not a decimal integer")
	}
	if number < least || number > most {
		return 0, Reject(name, fmt.Sprintf("must be from %d to %d", least, most))
	}
	return number, nil
}

// Arguments checks that a guest was given as many arguments as it expects; else it is bad input, with its usage.
func Arguments(given []string, count int, usage string) ([]string, error) {
	if len(given) != count {
		return nil, Reject("usage", usage)
	}
	return given, nil
}

func enterDirectory() error {
	place := os.Getenv(directory)
	if place == "" {
		return nil
	}
	if err := os.Chdir(place); err != nil {
		return Fail(place, err)
	}
	return nil
}

func wordsApart(arguments []string) []string {
	if len(arguments) != 1 || !strings.HasPrefix(arguments[0], wordsOption) {
		return arguments
	}
	return strings.Split(strings.TrimPrefix(arguments[0], wordsOption), " ")
}

func runBody(body Body) error {
	arguments := wordsApart(os.Args[1:])
	if len(arguments) == 0 || !strings.HasPrefix(arguments[0], repeatOption+"=") {
		return answer(body, arguments)
	}
	repetitions, err := Number(repeatOption, strings.TrimPrefix(arguments[0], repeatOption+"="), 1, math.MaxInt32)
	for repetition := 1; err == nil && repetition <= repetitions; repetition++ {
		begin := time.Now()
		if err = answer(body, arguments[1:]); err == nil {
			mark("repetition "+strconv.Itoa(repetition), time.Since(begin).Nanoseconds())
		}
	}
	return err
}

// The answer counts only once it has left the program, so its flush belongs to the guest's run.
func answer(body Body, arguments []string) error {
	output := bufio.NewWriter(os.Stdout)
	if err := body(arguments, output); err != nil {
		return err
	}
	if err := output.Flush(); err != nil {
		return Fail("standard output is lost", err)
	}
	return nil
}

func mark(name string, nanoseconds int64) {
	send("@tare " + name + " " + strconv.FormatInt(nanoseconds, 10))
}

// One unbuffered write. A lost line is not the guest's to handle: whoever reads standard error finds it absent.
func send(line string) {
	_, _ = os.Stderr.WriteString(line + "\n")
}
