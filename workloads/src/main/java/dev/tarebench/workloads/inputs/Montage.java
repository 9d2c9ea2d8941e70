package dev.tarebench.workloads.inputs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures side by side, tops aligned, on black: a photograph of several, where no package has one. */
public record Montage(List<InputSource> of, String sha256) implements InputSource {

    public Montage {
        of = List.copyOf(of);
    }

    @Override
    public List<String> identity() {
        List<String> identity = new ArrayList<>(List.of("montage", sha256));
        of.forEach(picture -> identity.addAll(picture.identity()));
        return identity;
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        List<Ppm> pictures = new ArrayList<>();
        for (InputSource picture : of) {
            pictures.add(Ppm.read(store.obtain(picture)));
        }
        Ppm whole = Ppm.black(
                pictures.stream().mapToInt(Ppm::width).sum(),
                pictures.stream().mapToInt(Ppm::height).max().orElse(0));
        int left = 0;
        for (Ppm picture : pictures) {
            whole.put(picture, left);
            left += picture.width();
        }
        whole.write(place);
        ExpectedContent.require(place, sha256, "the montage");
    }
}
