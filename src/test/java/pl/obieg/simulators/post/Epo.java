package pl.obieg.simulators.post;

import static pl.obieg.simulators.post.ElektronicznyNadawcaEndpoint.attribute;

import java.time.format.DateTimeFormatter;

/** Writes przesylkaEPOType. */
final class Epo {

    private Epo() {}

    static String unknown(Shipments.Shipment letter) {
        return "<epo" + attribute("guid", letter.guid()) + attribute("numerNadania", letter.number())
                + " statusEPO=\"NIEZNANY\"/>";
    }

    static String of(Shipments.Shipment letter, boolean biometric) {
        StringBuilder epo = new StringBuilder("<epo")
                .append(attribute("guid", letter.guid()))
                .append(attribute("numerNadania", letter.number()))
                .append(attribute("statusEPO", letter.status()))
                .append(">");
        boolean delivered = letter.status().equals("DORECZONA");
        boolean returned = letter.status().equals("ZWROT");
        if (letter.firstNoticeOn() != null || delivered || returned) {
            epo.append("<EPOInfo>");
            if (letter.firstNoticeOn() != null) {
                epo.append("<awizoPrzesylki")
                        .append(attribute("dataPierwszegoAwizowania", letter.firstNoticeOn()))
                        .append(attribute("dataDrugiegoAwizowania", letter.secondNoticeOn()))
                        .append(" miejscePozostawienia=\"SKRZYNKA_ODDAWCZA\" idPlacowkaPocztowaWydajaca=\"226451\"/>");
            }
            if (delivered) {
                epo.append("<doreczeniePrzesylki")
                        .append(attribute("data", when(letter)))
                        .append(attribute("osobaOdbierajaca", letter.receiverName()))
                        .append(attribute("podmiotDoreczenia", letter.receiver()))
                        .append("/>");
            }
            if (returned) {
                epo.append("<zwrotPrzesylki")
                        .append(attribute("przyczyna", letter.reason()))
                        .append(attribute("data", when(letter)))
                        .append("/>");
            }
            epo.append("</EPOInfo>");
        }
        if (delivered && biometric) {
            epo.append("<biometricSignatureContent>UE9EUElT</biometricSignatureContent>");
        }
        return epo.append(delivered || returned ? "<version>20</version></epo>" : "</epo>")
                .toString();
    }

    private static String when(Shipments.Shipment letter) {
        return letter.endedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
