package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPipesTest {

    @TempDir
    Path folder;

    private Path pipes(String name, String container) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        for (String end : new String[] {"-stdin", "-stdout", "-stderr"}) {
            Files.createFile(place.resolve(container + end));
        }
        return place;
    }

    @Test
    void onlyThoseOfAnOwnerThatIsWantedGoneGo() throws IOException {
        Path gone = pipes("1", "tare-7-1700000000000-3");
        Path kept = pipes("2", "tare-8-1700000000000-3");
        Path others = pipes("3", "their-container");

        new ClientPipes(folder).sweep(owner -> owner.pid() == 7);

        assertThat(gone).doesNotExist();
        assertThat(kept).exists();
        assertThat(others).exists();
    }

    @Test
    void whereNoClientEverWasThereIsNothingToDo() throws IOException {
        new ClientPipes(folder.resolve("nowhere")).sweep(owner -> true);

        assertThat(folder).isEmptyDirectory();
    }
}
