package io.crosswalk.console;

import io.crosswalk.backfill.Run;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The panels in which a mapping is made, changed and deleted. */
@Path("/pages/objects/{object}/mappings")
@Produces(MediaType.TEXT_HTML)
public class EditorPages {
    private final Mappings mappings;
    private final Editors editors;
    private final Pickers pickers;
    private final Aligning aligning;

    EditorPages(Mappings mappings, Editors editors, Pickers pickers, Aligning aligning) {
        this.mappings = mappings;
        this.editors = editors;
        this.pickers = pickers;
        this.aligning = aligning;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance editor(Editor editor);

        static native TemplateInstance choice(Editor.Choice choice);

        static native TemplateInstance pairs(Pairing pairing);

        static native TemplateInstance picks(Picks picks);

        static native TemplateInstance delete(String object, Mapping mapping);
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance fresh(@PathParam("object") String object) {
        return Templates.editor(editors.fresh(KnownObjects.named(object)));
    }

    @GET
    @Path("/pick/properties")
    @Operation(hidden = true)
    public TemplateInstance properties(
            @PathParam("object") String object,
            @QueryParam("search") @Nullable String search,
            @QueryParam("salesforceField") @Nullable String field) {
        ObjectPair pair = KnownObjects.named(object);
        return Templates.picks(pickers.properties(pair, Forms.text(search), Forms.text(field)));
    }

    @GET
    @Path("/pick/fields")
    @Operation(hidden = true)
    public TemplateInstance fields(
            @PathParam("object") String object,
            @QueryParam("search") @Nullable String search,
            @QueryParam("hubspotProperty") @Nullable String property) {
        ObjectPair pair = KnownObjects.named(object);
        return Templates.picks(pickers.fields(pair, Forms.text(search), Forms.text(property)));
    }

    @GET
    @Path("/choice")
    @Operation(hidden = true)
    public TemplateInstance choice(
            @PathParam("object") String object,
            @QueryParam("hubspotProperty") @Nullable String property,
            @QueryParam("salesforceField") @Nullable String field,
            @QueryParam("syncRule") @Nullable String rule,
            @QueryParam("fill") @Nullable String fill) {
        return Templates.choice(
                editors.choice(
                        KnownObjects.named(object),
                        Forms.text(property),
                        Forms.text(field),
                        Forms.rule(rule),
                        Forms.fill(fill)));
    }

    /** Which options stand for which values, once both ends are chosen. */
    @GET
    @Path("/pairs")
    @Operation(hidden = true)
    public TemplateInstance pairs(
            @PathParam("object") String object,
            @QueryParam("hubspotProperty") @Nullable String property,
            @QueryParam("salesforceField") @Nullable String field) {
        return Templates.pairs(
                editors.pairing(
                        KnownObjects.named(object), Forms.text(property), Forms.text(field)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> create(
            @PathParam("object") String object, MultivaluedMap<String, String> sent) {
        ObjectPair pair = KnownObjects.named(object);
        EditorForm form = new EditorForm(sent);
        Map<String, String> pairs = Objects.requireNonNullElse(form.pairs(), Map.of());
        // Nothing is aligned before its preview was seen: until then the new mapping leaves values.
        MappingChoice choice = new MappingChoice(form.rule(), Fill.NONE, pairs);
        Mapping made = mappings.create(pair, form.property(), form.field(), choice);
        String text = made.hubspotProperty() + " is mapped to " + made.salesforceField() + ".";
        return aligned(pair, made, form.fill(), text);
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance edit(@PathParam("object") String object, @PathParam("id") String id) {
        return Templates.editor(editors.of(KnownObjects.named(object), id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> update(
            @PathParam("object") String object,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        ObjectPair pair = KnownObjects.named(object);
        EditorForm form = new EditorForm(sent);
        boolean begins = form.beginsToAlign(mappings.get(pair, id).choice());
        // Nothing is aligned before its preview was seen, so until then values are left alone.
        @Nullable Fill fill = begins ? Fill.NONE : form.fill();
        Mapping now = mappings.update(pair, id, form.edit(fill), form.version());
        String text = "The mapping of " + now.hubspotProperty() + " is saved.";
        return aligned(pair, now, begins ? Fill.ALIGN : Fill.NONE, text);
    }

    /** Shows the preview of what aligning would do, if that is wanted. */
    private RestResponse<TemplateInstance> aligned(
            ObjectPair object, Mapping mapping, @Nullable Fill fill, String text) {
        if (fill != Fill.ALIGN || mapping.syncRule() == SyncRule.DONT_SYNC) {
            return Answers.done(text);
        }
        Run run;
        try {
            run = aligning.preview(object, mapping);
        } catch (Refusal refused) {
            return Answers.done(
                    text
                            + " Existing values are left as they are, because they cannot be brought"
                            + " in step now: "
                            + refused.getMessage());
        }
        return Answers.panel(aligning.shown(object, mapping, run.id()));
    }

    @GET
    @Path("/{id}/delete")
    @Operation(hidden = true)
    public TemplateInstance ask(@PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = KnownObjects.named(object);
        return Templates.delete(pair.name(), mappings.get(pair, id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> delete(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @QueryParam("version") @Nullable String version) {
        ObjectPair pair = KnownObjects.named(object);
        Mapping mapping = mappings.get(pair, id);
        mappings.delete(pair, id, Forms.version(version));
        return Answers.done(
                "The mapping of "
                        + mapping.hubspotProperty()
                        + " is deleted. Values stay as they are.");
    }
}
