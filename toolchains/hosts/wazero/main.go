// Command wazero-host runs a preview-1 module as wazero's own command does, but keeps it inside its folders: upstream
// says of its command's -mount that it "inherently allows the guest to escape the volume" and asks for a file system of
// one's own.
//
//	wazero-host [--interpreter] [--cache=FOLDER] [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]...
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental/sysfs"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

const (
	misused = 2
	// As other engines answer to a trap: 128 + SIGABRT.
	trapped = 134
)

type invocation struct {
	interpreter bool
	cache       string
	folders     wazero.FSConfig
	environment [][2]string
	arguments   []string
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println("wazero", version())
		return
	}
	asked, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "wazero host:", err)
		os.Exit(misused)
	}
	err = run(context.Background(), asked)
	var exit *sys.ExitError
	switch {
	case errors.As(err, &exit):
		os.Exit(int(exit.ExitCode()))
	case err != nil:
		fmt.Fprintln(os.Stderr, "wazero host:", err)
		os.Exit(trapped)
	}
}

func version() string {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/tetratelabs/wazero" {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "unknown"
}

func parse(words []string) (invocation, error) {
	asked := invocation{folders: wazero.NewFSConfig()}
	for ; len(words) > 0 && strings.HasPrefix(words[0], "--"); words = words[1:] {
		name, value, _ := strings.Cut(words[0], "=")
		switch name {
		case "--interpreter":
			asked.interpreter = true
		case "--cache":
			asked.cache = value
		case "--env":
			variable, text, _ := strings.Cut(value, "=")
			asked.environment = append(asked.environment, [2]string{variable, text})
		case "--dir":
			host, guest, _ := strings.Cut(value, "::")
			folder, err := confine(sysfs.DirFS(host), host)
			if err != nil {
				return asked, err
			}
			asked.folders = asked.folders.(sysfs.FSConfig).WithSysFSMount(folder, guest)
		default:
			return asked, fmt.Errorf("unknown option %s", words[0])
		}
	}
	if len(words) == 0 {
		return asked, errors.New("no module given")
	}
	asked.arguments = words
	return asked, nil
}

func run(ctx context.Context, asked invocation) error {
	module, err := os.ReadFile(asked.arguments[0])
	if err != nil {
		return err
	}
	engine := wazero.NewRuntimeConfig()
	if asked.interpreter {
		engine = wazero.NewRuntimeConfigInterpreter()
	}
	if asked.cache != "" {
		cache, err := wazero.NewCompilationCacheWithDir(asked.cache)
		if err != nil {
			return err
		}
		defer cache.Close(ctx)
		engine = engine.WithCompilationCache(cache)
	}
	runtime := wazero.NewRuntimeWithConfig(ctx, engine)
	defer runtime.Close(ctx)
	wasi_snapshot_preview1.MustInstantiate(ctx, runtime)
	compiled, err := runtime.CompileModule(ctx, module)
	if err != nil {
		return err
	}
	_, err = runtime.InstantiateModule(ctx, compiled, configuration(asked))
	return err
}

func configuration(asked invocation) wazero.ModuleConfig {
	guest := wazero.NewModuleConfig().
		WithStdin(os.Stdin).
		WithStdout(os.Stdout).
		WithStderr(os.Stderr).
		WithRandSource(rand.Reader).
		WithFSConfig(asked.folders).
		WithSysNanosleep().
		WithSysNanotime().
		WithSysWalltime().
		WithArgs(asked.arguments...)
	for _, variable := range asked.environment {
		guest = guest.WithEnv(variable[0], variable[1])
	}
	return guest
}
