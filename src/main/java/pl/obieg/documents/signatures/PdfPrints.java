package pl.obieg.documents.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Selector;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.SignedPrints;

/** Reads signatures with Bouncy Castle and draws with PDFBox; both come with the library that seals. */
@Component
class PdfPrints implements SignedPrints {

    private static final String TYPEFACE = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
    private static final String GIVEN_NAME = "2.5.4.42";
    private static final String SURNAME = "2.5.4.4";
    private static final float SIZE = 6.5f;
    private static final float LINE = 8.5f;
    private static final float LEFT = 70;
    private static final float FROM_TOP = 18;

    @Override
    public Optional<PersonalSignature> personalSignature(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().stream()
                    .sorted(Comparator.comparing(
                                    PdfPrints::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                            .reversed())
                    .flatMap(signature -> person(signature).stream())
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public byte[] withStatement(byte[] pdf, List<String> sentences) {
        try (PDDocument document = Loader.loadPDF(pdf);
                InputStream typeface = PdfPrints.class.getResourceAsStream(TYPEFACE)) {
            // a fixed id and the same input give the same bytes, so a repeated step stores nothing twice
            document.setDocumentId(0L);
            PDFont font = PDType0Font.load(document, typeface, true);
            for (PDPage page : document.getPages()) {
                try (PDPageContentStream content =
                        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                    float y = page.getMediaBox().getUpperRightY() - FROM_TOP;
                    for (String sentence : sentences) {
                        content.beginText();
                        content.setFont(font, SIZE);
                        content.newLineAtOffset(LEFT, y);
                        content.showText(sentence);
                        content.endText();
                        y -= LINE;
                    }
                }
            }
            ByteArrayOutputStream printed = new ByteArrayOutputStream(pdf.length + 64 * 1024);
            document.save(printed);
            return printed.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LocalDate day(PDSignature signature) {
        return signature.getSignDate() == null
                ? null
                : LocalDate.ofInstant(signature.getSignDate().toInstant(), OfficeClock.WARSAW);
    }

    private static Optional<PersonalSignature> person(PDSignature signature) {
        try {
            CMSSignedData signed = new CMSSignedData(signature.getContents());
            for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
                @SuppressWarnings("unchecked")
                Selector<X509CertificateHolder> own = signer.getSID();
                for (X509CertificateHolder holder : signed.getCertificates().getMatches(own)) {
                    Optional<String> name = name(new JcaX509CertificateConverter().getCertificate(holder));
                    if (name.isPresent()) {
                        return Optional.of(new PersonalSignature(name.get(), day(signature)));
                    }
                }
            }
            return Optional.empty();
        } catch (CMSException | java.security.cert.CertificateException unreadable) {
            return Optional.empty();
        }
    }

    /** A certificate of a person states given name and surname; that of a seal states an organisation. */
    private static Optional<String> name(X509Certificate certificate) {
        String given = null;
        String surname = null;
        try {
            String subject = certificate
                    .getSubjectX500Principal()
                    .getName(X500Principal.RFC2253, java.util.Map.of(GIVEN_NAME, "GIVENNAME", SURNAME, "SURNAME"));
            for (Rdn part : new LdapName(subject).getRdns()) {
                if ("GIVENNAME".equals(part.getType())) {
                    given = String.valueOf(part.getValue());
                } else if ("SURNAME".equals(part.getType())) {
                    surname = String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
        return given == null || surname == null ? Optional.empty() : Optional.of(given + " " + surname);
    }
}
