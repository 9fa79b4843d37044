package pl.obieg.ledger.bank;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Statements in the shape of mBank's mass payments, with invented numbers. */
final class SampleStatements {

    static final String ACCOUNT = "29114010810000267002001002";

    private SampleStatements() {}

    /** One line of 64,00 zł for client part 1; blanks at the ends of lines are as the bank writes them. */
    static String onePayment() {
        return statement("100,00", "164,00", payment("000000000001", "64,00", "260309001.000001"));
    }

    static String statement(String opening, String closing, String... movements) {
        return """

                :20:ST260309CYC/1
                :25:PL%s
                :28C:7/1
                :60F:C260309PLN%s
                %s:62F:C260309PLN%s
                :64:C260309PLN%s
                -\3
                """.formatted(ACCOUNT, opening, String.join("", movements), closing, closing);
    }

    static String payment(String clientPart, String amount, String tnr) {
        return ":61:2603090309CN" + amount + "NTRFNONREF//MB" + tnr.replace(".", "") + "\n"
                + "911-TRANSAKCJA IPH\n"
                + ":86:911 TRANSAKCJA COLLECT; ID IPH: XX" + clientPart + "; Z RACH.: \n"
                + "56114010810000267002001001; OD: ANNA TESTOWA  \n"
                + "UL. NIJAKA 1 M 2 11-700 MRAGOWO; TYT.: PODATEK OD NIERUCH\n"
                + "OMOSCI   ; \n"
                + "TNR: " + tnr + "\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(Charset.forName("windows-1250"));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
