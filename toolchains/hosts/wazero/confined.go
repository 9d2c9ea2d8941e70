package main

import (
	"errors"
	"io/fs"
	"os"

	experimental "github.com/tetratelabs/wazero/experimental/sys"
	"github.com/tetratelabs/wazero/sys"
)

// confined asks an os.Root, which resolves every symbolic link without leaving its folder, before it lets wazero's own
// file system touch a path.
type confined struct {
	experimental.FS
	root *os.Root
}

func confine(folder experimental.FS, path string) (experimental.FS, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &confined{FS: folder, root: root}, nil
}

// errno is 0 where the path stays inside, be it there or not.
func errno(err error) experimental.Errno {
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return 0
	}
	return experimental.EPERM
}

func inside(path string) string {
	if path == "" {
		return "."
	}
	return path
}

// followed checks where the path leads to, through every link.
func (c *confined) followed(path string) experimental.Errno {
	_, err := c.root.Stat(inside(path))
	return errno(err)
}

// named checks the place of the name itself, which may be a link.
func (c *confined) named(path string) experimental.Errno {
	_, err := c.root.Lstat(inside(path))
	return errno(err)
}

func (c *confined) OpenFile(path string, flag experimental.Oflag, perm fs.FileMode) (experimental.File, experimental.Errno) {
	check := c.followed
	if flag&experimental.O_NOFOLLOW != 0 {
		check = c.named
	}
	if refused := check(path); refused != 0 {
		return nil, refused
	}
	return c.FS.OpenFile(path, flag, perm)
}

func (c *confined) Stat(path string) (sys.Stat_t, experimental.Errno) {
	if refused := c.followed(path); refused != 0 {
		return sys.Stat_t{}, refused
	}
	return c.FS.Stat(path)
}

func (c *confined) Lstat(path string) (sys.Stat_t, experimental.Errno) {
	if refused := c.named(path); refused != 0 {
		return sys.Stat_t{}, refused
	}
	return c.FS.Lstat(path)
}

func (c *confined) Mkdir(path string, perm fs.FileMode) experimental.Errno {
	if refused := c.named(path); refused != 0 {
		return refused
	}
	return c.FS.Mkdir(path, perm)
}

func (c *confined) Chmod(path string, perm fs.FileMode) experimental.Errno {
	if refused := c.followed(path); refused != 0 {
		return refused
	}
	return c.FS.Chmod(path, perm)
}

func (c *confined) Rename(from, to string) experimental.Errno {
	if refused := max(c.named(from), c.named(to)); refused != 0 {
		return refused
	}
	return c.FS.Rename(from, to)
}

func (c *confined) Rmdir(path string) experimental.Errno {
	if refused := c.named(path); refused != 0 {
		return refused
	}
	return c.FS.Rmdir(path)
}

func (c *confined) Unlink(path string) experimental.Errno {
	if refused := c.named(path); refused != 0 {
		return refused
	}
	return c.FS.Unlink(path)
}

func (c *confined) Link(from, to string) experimental.Errno {
	if refused := max(c.followed(from), c.named(to)); refused != 0 {
		return refused
	}
	return c.FS.Link(from, to)
}

func (c *confined) Symlink(text, path string) experimental.Errno {
	if refused := c.named(path); refused != 0 {
		return refused
	}
	return c.FS.Symlink(text, path)
}

func (c *confined) Readlink(path string) (string, experimental.Errno) {
	if refused := c.named(path); refused != 0 {
		return "", refused
	}
	return c.FS.Readlink(path)
}

func (c *confined) Utimens(path string, atim, mtim int64) experimental.Errno {
	if refused := c.followed(path); refused != 0 {
		return refused
	}
	return c.FS.Utimens(path, atim, mtim)
}
