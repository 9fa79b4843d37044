package pl.obieg.delivery.epuap;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import pl.obieg.documents.SignatureCheck;

/**
 * Settings of ePUAP. Without a key store nothing is called.
 *
 * @param pullUrl WS-Pull
 * @param doreczUrl WS-Doręczyciel
 * @param podmiot identifier of the office in ePUAP
 * @param boxName name of the office's box: {@code SkrytkaESP}
 * @param boxAddress {@code /podmiot/skrytka}
 * @param keystore PKCS#12 with the certificate that the office's administrator registered in ePUAP
 * @param pollInterval pause between two looks into the box
 * @param connectTimeout for the connection
 * @param answerTimeout for the whole answer
 * @param signatureMethod URI of the WS-Security algorithm
 * @param batch how many documents one look takes at most
 * @param acceptedEvidenceSignatures outcomes of the signature check with which a UPD counts as evidence
 * @param outgoingEnabled whether letters leave by ePUAP at all
 * @param outgoingAllowedUntil last day of sending. Since 1.01.2026 ePUAP is no general channel (rulebook DEL-24); an
 *     office with a special provision sets a later day
 * @param collectionDays term of collection told to ePUAP, in days
 */
@Validated
@ConfigurationProperties("obieg.systems.epuap")
public record EpuapSettings(
        @DefaultValue("https://ws.epuap.gov.pl/pk_external_ws/services/pull") @NotNull
        URI pullUrl,

        @DefaultValue("https://ws.epuap.gov.pl/pk_external_ws/services/doreczyciel") @NotNull
        URI doreczUrl,

        @DefaultValue("UrzadGminy") String podmiot,
        @DefaultValue("SkrytkaESP") String boxName,
        @DefaultValue("/UrzadGminy/SkrytkaESP") String boxAddress,
        Path keystore,
        String password,
        @DefaultValue("60s") @NotNull Duration pollInterval,
        @DefaultValue("10s") @NotNull Duration connectTimeout,
        @DefaultValue("60s") @NotNull Duration answerTimeout,

        @DefaultValue("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
        String signatureMethod,

        @DefaultValue("50") int batch,
        @DefaultValue("VALID") Set<SignatureCheck.Outcome> acceptedEvidenceSignatures,
        @DefaultValue("false") boolean outgoingEnabled,
        @DefaultValue("2025-12-31") @NotNull LocalDate outgoingAllowedUntil,
        @DefaultValue("14") int collectionDays) {

    /** Whether ePUAP can be called. */
    public boolean connected() {
        return keystore != null;
    }

    /** Whether letters may leave by ePUAP on the day. */
    public boolean sendsOn(LocalDate day) {
        return connected() && outgoingEnabled && !day.isAfter(outgoingAllowedUntil);
    }

    @Override
    public String toString() {
        return "EpuapSettings[" + boxAddress + "]";
    }
}
