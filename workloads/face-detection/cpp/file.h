// Reading whole files, the only way in which this guest reads.
#pragma once

#include <string>

// The file's bytes; ends the program over a file that cannot be read.
std::string content_of(const char *path);
