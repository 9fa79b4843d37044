package pl.obieg.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A bar code (Code 128), which a hand scanner types into any search field. */
public final class BarCode {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 140;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 20);

    private BarCode() {}

    /** @param text ASCII, at most 80 characters */
    public static BufferedImage image(String text) {
        BitMatrix bars = new Code128Writer().encode(text, BarcodeFormat.CODE_128, WIDTH, HEIGHT, HINTS);
        BufferedImage image = new BufferedImage(bars.getWidth(), bars.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < bars.getHeight(); y++) {
            for (int x = 0; x < bars.getWidth(); x++) {
                image.setRGB(x, y, bars.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }

    /** A PNG as {@code data:} URI, for {@code <img src>} in a letter. */
    public static String dataUri(String text) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image(text), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
