package dev.tarebench.toolchains.daemons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What dockerd reads at its start: everything in one folder, no network, and the images in containerd's own store. */
final class DaemonSettings {

    private DaemonSettings() {}

    static String json(DaemonPlaces places) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode settings = mapper.createObjectNode()
                .put("data-root", places.data().toString())
                .put("exec-root", places.state().toString())
                .put("pidfile", places.pidFile().toString())
                .put("log-level", "warn")
                // The namespace has no way out, so a bridge would lead nowhere.
                .put("bridge", "none")
                .put("iptables", false)
                .put("ip6tables", false)
                .put("ip-forward", false)
                .put("ip-masq", false);
        settings.putArray("hosts").add("unix://" + places.dockerSocket());
        // Only there does Docker know platforms as wasi/wasm, and share its images with ctr.
        settings.putObject("features").put("containerd-snapshotter", true);
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes can always be written", impossible);
        }
    }
}
