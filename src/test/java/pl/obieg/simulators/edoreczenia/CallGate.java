package pl.obieg.simulators.edoreczenia;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every call of the two APIs passes first: outages, the bearer token, and the lapse of terms by the clock. */
@Configuration("edoreczeniaCallGate")
class CallGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern MAILBOX = Pattern.compile("/edoreczenia/api/v3/([^/]+)/.*");

    private final TokenEndpoint tokens;
    private final Behaviour behaviour;
    private final Mailbox mailbox;

    CallGate(TokenEndpoint tokens, Behaviour behaviour, Mailbox mailbox) {
        this.tokens = tokens;
        this.behaviour = behaviour;
        this.mailbox = mailbox;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/edoreczenia/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == jakarta.servlet.DispatcherType.ASYNC) {
            return true;
        }
        if (behaviour.meets(Behaviour.Fault.DOWN)) {
            response.setStatus(503);
            return false;
        }
        Matcher path = MAILBOX.matcher(request.getRequestURI());
        String ade = path.matches() ? URLDecoder.decode(path.group(1), StandardCharsets.UTF_8) : "";
        boolean sends = request.getMethod().equals("POST") && path.matches();
        if (!tokens.allows(request.getHeader("Authorization"), ade, sends ? "write_messages" : "read_messages")) {
            response.setStatus(401);
            return false;
        }
        mailbox.lapse();
        return true;
    }
}
