package pl.obieg.process.engine;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;

/** Lets the engine's time run with the office's clock. */
@Component
class EngineClock {

    EngineClock(OfficeClock clock) {
        clock.follow(ahead -> {
            if (ahead.isZero()) {
                ClockUtil.reset();
            } else {
                ClockUtil.offset(ahead.toMillis());
            }
        });
    }
}
