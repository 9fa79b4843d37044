package pl.obieg.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import pl.obieg.process.StaffDirectory;

/**
 * Who may reach which address. Three doors: citizens under {@code /gmina24}, machines under {@code /engine-rest} with
 * Basic, and one sign-in of the staff for everything else, Tasklist, Cockpit and Admin included. Nothing is open that
 * is not named here.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final String[] CLERKS = {
        "kancelaria", "kierownictwo", "podatki", "ksiegowosc", "kurierzy", "podpisujacy", "camunda-admin"
    };

    private static final String[] STAFF = {
        "kancelaria",
        "kierownictwo",
        "podatki",
        "ksiegowosc",
        "kurierzy",
        "podpisujacy",
        "analitycy",
        "zarzad",
        "camunda-admin"
    };

    /** Addresses are matched as they are written, whatever servlet serves them: the engine brings servlets of its own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean addressesAsWritten() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, StaffSignIn staff) throws Exception {
        return only(http, staff)
                .securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().hasAnyRole("analitycy", "camunda-admin", "system"))
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain citizens(
            HttpSecurity http, @Qualifier("citizenAuthentication") ObjectProvider<AuthenticationProvider> citizens)
            throws Exception {
        citizens.ifAvailable(provider -> only(http, provider));
        return http.securityMatcher("/gmina24/**", "/gmina24", "/gmina24.css")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/gmina24/zaloguj", "/gmina24.css")
                        .permitAll()
                        .anyRequest()
                        .hasRole("CITIZEN"))
                .formLogin(form -> form.loginPage("/gmina24/zaloguj")
                        .loginProcessingUrl("/gmina24/zaloguj")
                        .failureUrl("/gmina24/zaloguj?error")
                        .defaultSuccessUrl("/gmina24", true))
                .logout(logout -> logout.logoutUrl("/gmina24/wyloguj").logoutSuccessUrl("/gmina24/zaloguj?wylogowano"))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(csp -> csp.policyDirectives(OwnPages.CSP)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain engineWebapps(HttpSecurity http, StaffSignIn staff, StaffDirectory directory) throws Exception {
        return staffDoor(http.securityMatcher("/camunda/**"), staff, directory)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/camunda/api/admin/setup/**")
                        .denyAll()
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                        .hasAnyRole("zarzad", "analitycy", "camunda-admin")
                        .requestMatchers("/camunda/app/admin/**")
                        .hasRole("camunda-admin")
                        .anyRequest()
                        .hasAnyRole(STAFF))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .logoutSuccessHandler(
                                (request, response, who) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT)))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain ownPages(HttpSecurity http, StaffSignIn staff, StaffDirectory directory) throws Exception {
        return staffDoor(http, staff, directory)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/zaloguj", "/urzad/**", "/obieg.css", "/favicon.ico", "/error", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("camunda-admin")
                        .requestMatchers("/api/panel/**")
                        .hasAnyRole("zarzad", "camunda-admin")
                        .requestMatchers("/ksiegowosc/**")
                        .hasAnyRole("ksiegowosc", "kierownictwo", "camunda-admin")
                        .requestMatchers(HttpMethod.POST, "/prawo/propozycje")
                        .hasRole("analitycy")
                        .requestMatchers(HttpMethod.POST, "/prawo/**")
                        .hasAnyRole("analitycy", "kierownictwo")
                        .requestMatchers("/prawo/**")
                        .hasAnyRole("analitycy", "kierownictwo", "podatki", "ksiegowosc", "camunda-admin")
                        .requestMatchers(HttpMethod.POST, "/podatki/*/ulgi/**")
                        .hasAnyRole("podatki", "kierownictwo")
                        .requestMatchers("/podatki/**")
                        .hasAnyRole("podatki", "kierownictwo", "camunda-admin")
                        .requestMatchers(HttpMethod.POST, "/doreczenia/podpisujacy/**", "/doreczenia/okresy/**")
                        .hasAnyRole("kierownictwo", "camunda-admin")
                        .requestMatchers(
                                HttpMethod.POST,
                                "/doreczenia/ustalenia/*/**",
                                "/doreczenia/*/adres",
                                "/doreczenia/*/zakwestionowanie")
                        .hasAnyRole("kancelaria", "podatki", "ksiegowosc", "kierownictwo", "camunda-admin")
                        .requestMatchers("/ezd/rejestracja/**")
                        .hasRole("kancelaria")
                        .requestMatchers(HttpMethod.POST, "/ezd/sklad/*/**")
                        .hasRole("kancelaria")
                        .requestMatchers(
                                "/ezd/**",
                                "/dlaczego/**",
                                "/doreczenia/**",
                                "/podglad/**",
                                "/api/zadania/**",
                                "/dokumenty/**")
                        .hasAnyRole(CLERKS)
                        .requestMatchers(HttpMethod.POST, "/wstrzymane/*/popraw", "/wstrzymane/*/pomin")
                        .hasAnyRole("kierownictwo", "camunda-admin")
                        .requestMatchers("/wstrzymane/**")
                        .hasAnyRole("kierownictwo", "podatki", "kancelaria", "ksiegowosc", "camunda-admin")
                        .requestMatchers("/")
                        .hasAnyRole(STAFF)
                        .anyRequest()
                        .denyAll())
                .logout(logout -> logout.logoutUrl("/wyloguj").logoutSuccessUrl("/zaloguj?wylogowano"))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(csp -> csp.policyDirectives(OwnPages.CSP)))
                .build();
    }

    private static HttpSecurity staffDoor(HttpSecurity http, StaffSignIn staff, StaffDirectory directory)
            throws Exception {
        return only(http, staff)
                .addFilterBefore(new StillOnStaff(directory), AuthorizationFilter.class)
                .formLogin(form -> form.loginPage("/zaloguj")
                        .loginProcessingUrl("/zaloguj")
                        .failureUrl("/zaloguj?error")
                        .permitAll());
    }

    /** This door knows one kind of people; without the parent nobody of another door is asked for. */
    private static HttpSecurity only(HttpSecurity http, AuthenticationProvider people) {
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        return http.authenticationProvider(people);
    }
}
