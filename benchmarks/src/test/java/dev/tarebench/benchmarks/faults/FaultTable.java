package dev.tarebench.benchmarks.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All faults by what is at fault, and the page of the documentation that is made of them. */
final class FaultTable {

    private static final String HEAD = """
            # Faults

            What goes wrong, how a test makes it go wrong, and what Tare makes of it. This page is made from the tests
            (`FaultTableTest`, rewritten by `-Dgolden.update`); `FaultsIT` injects each fault into a real `benchmarks.jar`
            and asserts the outcome, and that no process, mount or working directory of the run is left.

            The faults are real: a process is killed, a disk is full. Two cannot be injected without doing them to the whole
            machine, which are to step its clock and to fill its memory. So a guest whose own view of the clock is stepped
            stands for the one here, and `PhasesTest` gives stamps of a stepped clock to the code that reads them; for the
            other stands a run in whose eyes little memory is free.
            """;

    private FaultTable() {}

    static Map<String, List<Fault>> all() {
        Map<String, List<Fault>> all = new LinkedHashMap<>();
        all.put("Guests", GuestFaults.all());
        all.put("Engines", EngineFaults.all());
        all.put("The cache", CacheFaults.all());
        all.put("The output folder", FolderFaults.all());
        all.put("A run to be resumed", JournalFaults.all());
        all.put("Processes of Tare", ProcessFaults.all());
        all.put("Containers", ContainerFaults.all());
        all.put("Wasm in containers", HandlerFaults.all());
        all.put("Input", InputFaults.all());
        return all;
    }

    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        all().forEach((section, faults) -> {
            page.append("\n## ")
                    .append(section)
                    .append("\n\n| what goes wrong | injected | outcome |\n|---|---|---|\n");
            faults.forEach(fault ->
                    page.append("| %s | %s | %s |\n".formatted(fault.what(), fault.injected(), fault.outcome())));
        });
        page.append("\n### Broken catalogue files\n\n| the file has | it says, behind the file's name |\n|---|---|\n");
        BrokenFile.all().forEach(file -> page.append("| %s | %s |\n".formatted(file.kind(), file.told())));
        return page.toString();
    }
}
