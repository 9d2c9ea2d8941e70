#include "model.h"

#include "file.h"
#include "tare.h"

#include <cstdlib>

namespace {

// Reads a manifest from front to back. Its keys come in a fixed order, so that looking for the next one is enough.
class Manifest {
public:
    Manifest(const char *path, const std::string &text) : path(path), text(text) {}

    bool has_next() const { return text.find("\"name\"", position) != std::string::npos; }

    std::string word(const char *key) {
        const std::size_t first = text.find('"', after(key)) + 1;
        position = text.find('"', first);
        if (position == std::string::npos) {
            tare_reject(path, "ends within a word");
        }
        return text.substr(first, position - first);
    }

    double number(const char *key) { return std::strtod(text.c_str() + after(key), nullptr); }

    // The product of a shape's numbers.
    std::size_t volume(const char *key) {
        const std::size_t end = text.find(']', after(key));
        std::size_t volume = 1;
        while (position < end && end != std::string::npos) {
            char *rest;
            volume *= std::strtoul(text.c_str() + position + 1, &rest, 10);
            position = static_cast<std::size_t>(rest - text.c_str());
        }
        return volume;
    }

private:
    // Where the value of the next such key begins.
    std::size_t after(const char *key) {
        const std::string quoted = '"' + std::string(key) + "\":";
        const std::size_t found = text.find(quoted, position);
        if (found == std::string::npos) {
            tare_reject(path, "is not the manifest of a model");
        }
        return position = found + quoted.size();
    }

    const char *path;
    const std::string &text;
    std::size_t position = 0;
};

} // namespace

Model Model::read(const char *weights_path, const char *manifest_path) {
    const std::string weights = content_of(weights_path);
    const std::string text = content_of(manifest_path);
    Manifest manifest(manifest_path, text);
    Model model;
    std::size_t position = 0;
    while (manifest.has_next()) {
        const std::string name = manifest.word("name");
        const std::size_t size = manifest.volume("shape");
        const double scale = manifest.number("scale");
        const double least = manifest.number("min");
        if (size > weights.size() - position) {
            tare_reject(weights_path, "is shorter than its manifest says");
        }
        std::vector<float> &tensor = model.tensors[name];
        for (std::size_t i = 0; i < size; i++) {
            tensor.push_back(static_cast<float>(static_cast<unsigned char>(weights[position++]) * scale + least));
        }
    }
    return model;
}

const std::vector<float> &Model::tensor(const std::string &name, std::size_t size) const {
    const auto found = tensors.find(name);
    if (found == tensors.end() || found->second.size() != size) {
        tare_reject(name.c_str(), "not in the model, or of another size");
    }
    return found->second;
}
