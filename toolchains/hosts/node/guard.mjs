// Keeps a guest inside its folders where `node:wasi` does not: Node's documentation says that its preview 1 is no
// sandbox, and it follows a symbolic link to a folder outside. Opening a file costs a few lookups more, reading nothing.
import { lstatSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, sep } from "node:path";

const success = 0;
const notCapable = 76;
const followsLinks = 1;

export class Guard {
  #folders = new Map();
  #roots = [];
  #memory;

  /** The folders in the order in which `node:wasi` numbers them, from descriptor 3. */
  constructor(preopenedFolders) {
    this.#roots = preopenedFolders.map((folder) => realpathSync(folder));
    this.#roots.forEach((root, index) => this.#folders.set(index + 3, root));
  }

  watch(memory) {
    this.#memory = memory;
  }

  /** The same imports, each call that names a path checked before Node sees it. */
  around(imports) {
    const wasi = imports.wasi_snapshot_preview1;
    const checked = (name, ...places) => (...words) =>
      places.every((place) => this.#allows(place(words))) ? wasi[name](...words) : notCapable;
    const at = (folder, path, flags) => (words) => ({
      folder: words[folder],
      path: this.#text(words[path], words[path + 1]),
      follow: flags !== undefined && (words[flags] & followsLinks) !== 0,
    });
    const open = checked("path_open", at(0, 2, 1));
    return {
      wasi_snapshot_preview1: {
        ...wasi,
        path_open: (...words) => this.#remember(words, open(...words)),
        path_filestat_get: checked("path_filestat_get", at(0, 2, 1)),
        path_filestat_set_times: checked("path_filestat_set_times", at(0, 2, 1)),
        path_link: checked("path_link", at(0, 2, 1), at(4, 5)),
        path_rename: checked("path_rename", at(0, 1), at(3, 4)),
        path_symlink: checked("path_symlink", at(2, 3)),
        path_readlink: checked("path_readlink", at(0, 1)),
        path_create_directory: checked("path_create_directory", at(0, 1)),
        path_remove_directory: checked("path_remove_directory", at(0, 1)),
        path_unlink_file: checked("path_unlink_file", at(0, 1)),
        fd_renumber: (from, to) => this.#renumber(from, to, wasi.fd_renumber(from, to)),
      },
    };
  }

  #text(address, length) {
    return Buffer.from(this.#memory.buffer, address, length).toString("utf8");
  }

  #remember(words, error) {
    if (error === success) {
      const opened = new DataView(this.#memory.buffer).getUint32(words[8], true);
      this.#folders.set(opened, join(this.#folders.get(words[0]), this.#text(words[2], words[3])));
    }
    return error;
  }

  #renumber(from, to, error) {
    if (error === success) {
      this.#folders.set(to, this.#folders.get(from));
      this.#folders.delete(from);
    }
    return error;
  }

  #allows({ folder, path, follow }) {
    const start = this.#folders.get(folder);
    // An unknown descriptor is Node's to refuse.
    if (start === undefined) return true;
    if (isAbsolute(path)) return false;
    const full = join(start, path).replace(/(?<=.)\/+$/, "");
    const within = this.#roots.includes(full) || this.#isInside(dirname(full));
    return within && (!follow || !this.#isLink(full) || this.#isInside(full));
  }

  #isLink(path) {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  }

  #isInside(path) {
    try {
      const real = realpathSync.native(path);
      return this.#roots.some((root) => real === root || real.startsWith(root + sep));
    } catch {
      // Nothing there: a dangling link could be filled through, anything else fails in Node in its own words.
      return !this.#isLink(path);
    }
  }
}
