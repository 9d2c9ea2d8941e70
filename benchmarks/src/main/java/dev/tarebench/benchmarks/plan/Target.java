package dev.tarebench.benchmarks.plan;

import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.bases.BaseRecipe;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.Runs;
import dev.tarebench.toolchains.emulators.Emulator;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.handlers.Form;
import dev.tarebench.toolchains.handlers.Handler;
import dev.tarebench.toolchains.handlers.Packaging;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.workloads.WorkloadVariant;
import java.util.Optional;

/** Where an artifact runs. */
public sealed interface Target {

    String id();

    /** What the guest is built for. */
    String place();

    /** The front that it is reached through, for a target in a container. */
    default Optional<ContainerFront> through() {
        return Optional.empty();
    }

    /** The label without which figures of Wasm modes must not be compared. */
    Optional<String> tier();

    /**
     * The platform that results carry.
     *
     * @param host that of this machine
     */
    default String platform(String host) {
        return host;
    }

    /** Whether an engine with a store of its own runs it, and not a client alone. */
    default boolean inEngineStore() {
        return through().filter(front -> front.runs() == Runs.REFERENCE).isPresent();
    }

    /** The language whose programs run on it, and no other. */
    default Optional<String> interpreter() {
        return Optional.empty();
    }

    /** Whether it runs what it holds; an image that is looked at alone does not. */
    default boolean runs() {
        return true;
    }

    /** Whether images of its kind are put into a registry, and looked at there. */
    default boolean served() {
        return false;
    }

    /** Whether it is an image that this machine's processor cannot run. */
    default boolean foreignImage() {
        return false;
    }

    /** Whether its image has layers below the program's own. */
    default boolean hasBase() {
        return false;
    }

    /** What the program's image is, where it is not of the usual kind. */
    default Optional<String> variant() {
        return Optional.empty();
    }

    /** Directly on the operating system. */
    record Native(String place) implements Target {

        @Override
        public String id() {
            return place;
        }

        @Override
        public Optional<String> tier() {
            return Optional.empty();
        }
    }

    /**
     * A program of another architecture under an emulator; whoever wants such a target must name it.
     *
     * @param run how the emulator runs a program
     */
    record Emulated(Emulator emulator, Platform architecture, ArgumentTemplate run) implements Target {

        @Override
        public String id() {
            return architecture.place();
        }

        @Override
        public String place() {
            return architecture.place();
        }

        @Override
        public Optional<String> tier() {
            return Optional.empty();
        }

        @Override
        public String platform(String host) {
            return architecture + "-emulated";
        }
    }

    /** Under a Wasm engine in one of its modes. */
    record Wasm(Engine engine, Mode mode) implements Target {

        @Override
        public String id() {
            return engine.id() + "-" + mode.id();
        }

        @Override
        public String place() {
            return "wasm";
        }

        @Override
        public Optional<String> tier() {
            return Optional.of(mode.tier().word());
        }
    }

    /**
     * A Wasm module in a container: a front reaches a handler, which is given the module in one of its forms.
     *
     * @param compiler the engine's mode that makes this form, where the handler itself cannot
     */
    record Handled(Handler handler, Form form, ContainerFront front, Optional<Wasm> compiler) implements Target {

        @Override
        public String id() {
            return handler.target(front.id(), form);
        }

        @Override
        public Optional<ContainerFront> through() {
            return Optional.of(front);
        }

        @Override
        public String place() {
            return "wasm";
        }

        @Override
        public Optional<String> tier() {
            return Optional.of(form.tier().word());
        }
    }

    /** A Wasm module in an image, whatever would run it: what a registry serves and a front pulls. */
    record ModuleImage(ContainerFront front, Packaging packaging) implements Target {

        @Override
        public String id() {
            return front.id() + "-" + packaging.word();
        }

        @Override
        public Optional<ContainerFront> through() {
            return Optional.of(front);
        }

        @Override
        public String place() {
            return "wasm";
        }

        @Override
        public String platform(String host) {
            return packaging == Packaging.LINUX ? host : packaging.platform().toString();
        }

        @Override
        public boolean runs() {
            return false;
        }

        @Override
        public boolean served() {
            return true;
        }

        @Override
        public boolean foreignImage() {
            return packaging != Packaging.LINUX;
        }

        @Override
        public Optional<String> tier() {
            return Optional.empty();
        }
    }

    /**
     * A native program in a container: a front starts it in an image on a base, for one platform.
     *
     * @param runtime the front whose program takes the usual runtime's place
     */
    record Container(
            ContainerFront front, Optional<ContainerFront> runtime, Base base, Platform architecture, ImageKind kind)
            implements Target {

        /** Whether an image of this kind is made of the program, and of interest for what is measured. */
        boolean suits(Operation operation, WorkloadVariant workload) {
            return switch (kind) {
                case BEST_PRACTICE -> true;
                case FAT ->
                    operation.ofImages()
                            && workload.variant().isEmpty()
                            && base.fat().containsKey(workload.source().language());
            };
        }

        @Override
        public Optional<String> variant() {
            return kind.variant();
        }

        @Override
        public String id() {
            return front.id()
                    + runtime.map(other -> "-" + other.id()).orElse("")
                    + "-"
                    + base.id()
                    + (foreignImage() ? "-" + architecture.architecture() : "");
        }

        @Override
        public Optional<ContainerFront> through() {
            return Optional.of(front);
        }

        @Override
        public String place() {
            return architecture.place();
        }

        @Override
        public String platform(String host) {
            return foreignImage() ? architecture.toString() : host;
        }

        @Override
        public boolean served() {
            return inEngineStore() && runtime.isEmpty();
        }

        @Override
        public Optional<String> interpreter() {
            return base.interpreter();
        }

        @Override
        public boolean foreignImage() {
            return !architecture.equals(Platform.LINUX_AMD64);
        }

        @Override
        public boolean hasBase() {
            return !(base.equivalent() instanceof BaseRecipe.Empty);
        }

        @Override
        public Optional<String> tier() {
            return Optional.empty();
        }
    }
}
