package pl.obieg.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of the portal share: who is signed in, the token of forms, and the page shown instead of an error. */
@ControllerAdvice(assignableTypes = {MatterPages.class, CertificatePages.class, CitizenSignInPage.class})
class PortalFrame {

    private static final Logger LOG = LoggerFactory.getLogger(PortalFrame.class);

    @ModelAttribute("citizen")
    String citizen(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "" : request.getRemoteUser();
    }

    /** Name and value of the hidden field against forged requests. */
    @ModelAttribute("token")
    Map<String, String> token(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? Map.of() : Map.of("name", token.getParameterName(), "value", token.getToken());
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound nothing, HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, false);
    }

    @ExceptionHandler
    ModelAndView failed(RuntimeException failure, HttpServletRequest request) {
        // Only the kind of failure: its message may quote personal data.
        LOG.error("A page of Gmina24 failed: {}", failure.getClass().getName());
        LOG.debug("A page of Gmina24 failed", failure);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, true);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, boolean broken) {
        ModelAndView page = new ModelAndView("portal/blad", status);
        page.addObject("citizen", citizen(request));
        page.addObject("token", token(request));
        page.addObject("broken", broken);
        return page;
    }
}
