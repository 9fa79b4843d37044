package pl.obieg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.Seal;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;
import pl.obieg.tax.letter.DecisionLetter;

/** The decision of one case, written and sealed again and again by one thread; see docs/benchmarks.md. */
@Tag("benchmark")
class LetterBenchmark {

    private static final int LETTERS = Integer.getInteger("obieg.benchmark.letters", 200);
    private static final int WARM_UP = 50;

    @Test
    void decisionWithSeal() {
        RunningOffice office = RunningOffice.get();
        CaseUnderTest matter = office.files("in1", 4001);
        matter.does(
                "wojtek",
                "zadekretuj-pismo",
                Map.of(
                        "orgUnit", "FN",
                        "clerk", "piotr",
                        "taskDeadline", office.clock().today().plusDays(20).toString(),
                        "instruction", ""));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.waitsAt("sprawdz-i-zatwierdz-decyzje");
        String assessment = (String) matter.variable("assessmentId");
        String account = (String) matter.variable("payerAccount");
        DecisionLetter letter = office.bean(DecisionLetter.class);
        DocumentStore documents = office.bean(DocumentStore.class);
        Seal seal = office.bean(Seal.class);

        double[] written = new double[LETTERS];
        double[] sealed = new double[LETTERS];
        byte[] last = null;
        for (int i = -WARM_UP; i < LETTERS; i++) {
            long begun = System.nanoTime();
            String id = letter.write(
                    assessment, matter.caseNumber(), "RD.%d.2026".formatted(i + WARM_UP + 1), account, null);
            long between = System.nanoTime();
            last = seal.put(documents.get(id).content());
            long ended = System.nanoTime();
            if (i >= 0) {
                written[i] = (between - begun) / 1e6;
                sealed[i] = (ended - between) / 1e6;
            }
        }
        print("decision PDF, read from the registers, written and stored", written);
        print("seal on it", sealed);
        System.out.printf("BENCHMARK size of the sealed decision: %d KiB%n", last.length / 1024);
        assertThat(new String(last, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private static void print(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "BENCHMARK %s: n=%d avg=%.1f ms median=%.1f ms p95=%.1f ms%n",
                what,
                times.length,
                Arrays.stream(times).average().orElse(0),
                sorted[times.length / 2],
                sorted[times.length * 95 / 100]);
    }
}
