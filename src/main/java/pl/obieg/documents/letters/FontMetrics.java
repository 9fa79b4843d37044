package pl.obieg.documents.letters;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Metrics of the typefaces, measured once and the same for every letter. */
final class FontMetrics implements FSCacheEx<String, FSCacheValue> {

    private final Map<String, FSCacheValue> known = new ConcurrentHashMap<>();

    @Override
    public void put(String key, FSCacheValue value) {
        known.put(key, value);
    }

    @Override
    public FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
        return known.computeIfAbsent(key, absent -> load(loader));
    }

    @Override
    public FSCacheValue get(String key) {
        return known.get(key);
    }

    private static FSCacheValue load(Callable<? extends FSCacheValue> loader) {
        try {
            return loader.call();
        } catch (Exception unloadable) {
            throw new IllegalStateException(unloadable);
        }
    }
}
