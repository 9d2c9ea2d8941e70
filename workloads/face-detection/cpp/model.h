// The weights of the tiny face detector, as its package stores them: a manifest that says how each tensor's bytes are to
// be read, and the bytes of all tensors one after the other.
#pragma once

#include <map>
#include <string>
#include <vector>

class Model {
public:
    // Ends the program over files that are not such a model.
    static Model read(const char *weights_path, const char *manifest_path);

    // The tensor of this name and size; ends the program where there is none.
    const std::vector<float> &tensor(const std::string &name, std::size_t size) const;

private:
    std::map<std::string, std::vector<float>> tensors;
};
