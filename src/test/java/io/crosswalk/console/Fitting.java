package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Whether a page's parts have room, whatever font the machine has: what fits in a narrow one sticks
 * out in a wide one, and in larger letters.
 */
final class Fitting {
    /** As wide as any that a system has by default; the first is on every Linux machine. */
    private static final String WIDE = "\"DejaVu Sans\", Verdana";

    private static final String WIDE_MONO = "\"DejaVu Sans Mono\", Verdana";

    private static final String SET =
            "letters => {"
                    + " const style = document.documentElement.style;"
                    + " const put = (name, value) =>"
                    + "   value ? style.setProperty(name, value) : style.removeProperty(name);"
                    + " put('--font', letters.font);"
                    + " put('--mono', letters.mono);"
                    + " put('font-size', letters.size); }";

    /**
     * Who is wider than the window, and which places are too narrow for what they hold. What is cut
     * off, or scrolls sideways on purpose, is meant so; what is for screen readers only takes no
     * room.
     */
    private static final String STICKS_OUT =
            "() => {"
                    + " const found = [];"
                    + " const places = 'td, th, dd, dt, li, p, button, a, label, summary, h1, h2, h3,'"
                    + "   + '.card, .chip, .tag, .notice, dialog, [role=listbox], .checks';"
                    + " const meant = e => {"
                    + "   const style = getComputedStyle(e);"
                    + "   return style.clipPath !== 'none'"
                    + "     || ['hidden', 'clip'].includes(style.overflowX)"
                    + "     || e.matches('textarea, .sb-crm'); };"
                    + " const kept = e => {"
                    + "   for (let p = e.parentElement; p; p = p.parentElement) {"
                    + "     if (meant(p)) return true;"
                    + "   }"
                    + "   return false; };"
                    + " const tell = (e, pixels, of) => found.push(e.localName"
                    + "   + (e.id ? '#' + e.id : '')"
                    + "   + [...e.classList].map(it => '.' + it).join('')"
                    + "   + ' \"' + e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60) + '\" '"
                    + "   + Math.ceil(pixels) + ' px beyond ' + of);"
                    + " for (const e of document.body.querySelectorAll('*')) {"
                    + "   if (e instanceof SVGElement || !e.checkVisibility()) continue;"
                    + "   if (meant(e) || kept(e)) continue;"
                    + "   const beyond = e.getBoundingClientRect().right"
                    + "     - document.documentElement.clientWidth;"
                    + "   if (beyond > 0.5) tell(e, beyond, 'the window');"
                    + "   const inner = e.scrollWidth - e.clientWidth;"
                    + "   if (inner > 2 && e.clientWidth > 0 && e.matches(places))"
                    + "     tell(e, inner, 'its own box');"
                    + " }"
                    + " const page = document.documentElement.scrollWidth - innerWidth;"
                    + " if (page > 0 && !found.length) found.push('something ' + page + ' px');"
                    + " return found.slice(0, 8); }";

    /** What people and CRMs may have called things, and dates as long as a browser writes them. */
    private static final String STRETCH =
            "() => {"
                    + " const name = 'a_name_that_somebody_made_as_long_as_the_crm_allows_it_to_be__c';"
                    + " const label = 'Donaudampfschifffahrtsgesellschaftskapitaen and whoever else is"
                    + " responsible for the renewal of this contract';"
                    + " const long = e => e.closest('time')"
                    + "   ? 'Wednesday, 30 September 2026 at 10:44:44 PM GMT+10:30'"
                    + "   : e.closest('code') ? name : e.closest('.types')"
                    + "   ? 'multiplecheckboxes, calculated' : label;"
                    + " const texts = 'main :is(time, code, bdi, .name, .value, .types div, td a, h3 + p),'"
                    + "   + 'dialog :is(time, code, bdi, .name, .value, td)';"
                    + " for (const e of document.querySelectorAll(texts)) {"
                    + "   for (const node of e.childNodes) {"
                    + "     if (node.nodeType === Node.TEXT_NODE && node.data.trim())"
                    + "       node.data = long(e);"
                    + "   }"
                    + " } }";

    private Fitting() {}

    private record Letters(String font, String mono, String size) {
        Map<String, String> map() {
            return Map.of("font", font, "mono", mono, "size", size);
        }
    }

    private static final Letters AS_THEY_ARE = new Letters("", "", "");

    private static final List<Letters> ALL =
            List.of(
                    AS_THEY_ARE,
                    new Letters("", "", "120%"),
                    new Letters(WIDE, WIDE_MONO, ""),
                    new Letters(WIDE, WIDE_MONO, "120%"));

    static void check(Page page) {
        try {
            for (Letters letters : ALL) {
                page.evaluate(SET, letters.map());
                assertThat((List<?>) page.evaluate(STICKS_OUT))
                        .as("What sticks out at %s px with %s", page.viewportSize().width, letters)
                        .isEmpty();
            }
        } finally {
            page.evaluate(SET, AS_THEY_ARE.map());
        }
    }

    /** Puts long texts wherever people or CRMs decide what stands there. */
    static void stretch(Page page) {
        page.evaluate(STRETCH);
    }
}
