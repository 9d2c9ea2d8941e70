package dev.tarebench.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Schedule.of(30, 1, 10, 42)).isEqualTo(Schedule.of(30, 1, 10, 42));
    }

    @Test
    void differsForAnotherSeed() {
        assertThat(Schedule.of(30, 1, 10, 42)).isNotEqualTo(Schedule.of(30, 1, 10, 43));
    }

    @Test
    void primesEveryCellInOrderBeforeTheRounds() {
        List<Schedule.Slot> primes = Schedule.of(5, 1, 2, 1).subList(0, 5);

        assertThat(primes).extracting(Schedule.Slot::cell).containsExactly(0, 1, 2, 3, 4);
        assertThat(primes).extracting(Schedule.Slot::round).containsOnly(0);
    }

    @Test
    void holdsEveryCellOnceInEveryRound() {
        for (int round = 1; round <= 3; round++) {
            int wanted = round;

            assertThat(Schedule.of(7, 0, 3, 9).stream().filter(slot -> slot.round() == wanted))
                    .extracting(Schedule.Slot::cell)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 7).boxed().toList());
        }
    }

    @Test
    void shufflesTheRoundsDifferently() {
        List<Schedule.Slot> schedule = Schedule.of(30, 0, 2, 7);

        assertThat(schedule.subList(0, 30))
                .extracting(Schedule.Slot::cell)
                .isNotEqualTo(schedule.subList(30, 60).stream()
                        .map(Schedule.Slot::cell)
                        .toList());
    }

    @Test
    void numbersItsSlotsWithoutGapsAndPadsWithinAPage() {
        List<Schedule.Slot> schedule = Schedule.of(4, 2, 25, 3);

        assertThat(schedule)
                .extracting(Schedule.Slot::order)
                .containsExactlyElementsOf(
                        IntStream.range(0, schedule.size()).boxed().toList());
        assertThat(schedule).allSatisfy(slot -> assertThat(slot.padding()).isBetween(0, 4095));
    }
}
