package pl.obieg.process.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import pl.obieg.process.StaffDirectory;

/**
 * Tells the engine who calls its REST addresses. Without this the engine would skip every authorisation check, since it
 * checks only signed-in users.
 */
@Configuration(proxyBeanMethods = false)
class RestSignIn {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineRestSignIn(
            @Lazy IdentityService identity, @Lazy StaffDirectory staff) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new SignedInCaller(identity, staff));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        registration.setName("engineRestSignIn");
        return registration;
    }

    private static class SignedInCaller extends OncePerRequestFilter {

        private final IdentityService identity;
        private final StaffDirectory staff;

        SignedInCaller(IdentityService identity, StaffDirectory staff) {
            this.identity = identity;
            this.staff = staff;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication caller = SecurityContextHolder.getContext().getAuthentication();
            if (caller == null || !caller.isAuthenticated()) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            identity.setAuthentication(caller.getName(), new ArrayList<>(staff.groupsOf(caller.getName())));
            try {
                chain.doFilter(request, response);
            } finally {
                identity.clearAuthentication();
            }
        }
    }
}
