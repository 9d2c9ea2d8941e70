package dev.tarebench.toolchains.install;

import java.util.List;
import java.util.Optional;

/** Ends the chain: a tool that others are made with is itself made with none. */
final class NoOtherTools implements OtherTools {

    @Override
    public Optional<Obstacle> obstacle(String id) {
        return Optional.of(new Obstacle("nothing here brings " + id, "name a program of that name in its own file"));
    }

    @Override
    public List<String> identity(String id) {
        return List.of(id);
    }

    @Override
    public Optional<Borrowed> present(String id) {
        return Optional.empty();
    }

    @Override
    public Borrowed obtain(String id) {
        throw new IllegalStateException("nothing here brings " + id);
    }
}
