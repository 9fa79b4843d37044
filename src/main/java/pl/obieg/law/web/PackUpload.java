package pl.obieg.law.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.web.multipart.MultipartFile;
import pl.obieg.process.Refusal;

/** The uploaded files of a law pack, single or in a ZIP archive; folders inside the archive do not matter. */
final class PackUpload {

    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 5_000_000;

    private final Map<String, byte[]> files = new TreeMap<>();
    private int bytes;

    private PackUpload() {}

    /** @throws Refusal {@code PACK_UNREADABLE} with a Polish sentence */
    static Map<String, byte[]> files(List<MultipartFile> uploads) throws IOException {
        PackUpload pack = new PackUpload();
        for (MultipartFile upload : uploads) {
            String name = upload.getOriginalFilename();
            if (upload.isEmpty() || name == null) {
                continue;
            }
            try (InputStream content = upload.getInputStream()) {
                if (name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
                    pack.unpack(content);
                } else {
                    pack.add(name, content);
                }
            }
        }
        return pack.files;
    }

    private void unpack(InputStream content) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(content, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory()) {
                    add(entry.getName(), archive);
                }
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new Refusal("PACK_UNREADABLE", "Archiwum ZIP jest uszkodzone.");
        }
    }

    private void add(String path, InputStream content) throws IOException {
        byte[] file = content.readNBytes(MOST_BYTES - bytes + 1);
        bytes += file.length;
        if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
            throw new Refusal("PACK_UNREADABLE", "Pakiet jest za duży (najwyżej 200 plików i 5 MB).");
        }
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (files.put(name, file) != null) {
            throw new Refusal("PACK_UNREADABLE", "Plik " + name + " jest w pakiecie dwa razy.");
        }
    }
}
