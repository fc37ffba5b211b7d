package dev.muster.web.enrollment.upload;

import dev.muster.web.shared.text.Texts;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.util.UUID;

/**
 * Writes a choice as the browser keeps it: the id, a space, the name. The name comes back only to be shown; the
 * services work with the id, and check it.
 */
@FacesConverter(forClass = ManufacturerChoice.class)
public class ManufacturerChoiceConverter implements Converter<ManufacturerChoice> {

    private static final int ID_LENGTH = 36;

    @Override
    public ManufacturerChoice getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.length() <= ID_LENGTH) {
            return null;
        }
        try {
            return new ManufacturerChoice(
                    UUID.fromString(value.substring(0, ID_LENGTH)), value.substring(ID_LENGTH + 1));
        } catch (IllegalArgumentException e) {
            throw new ConverterException(Texts.current().sentence("Select the manufacturer from the list."), e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, ManufacturerChoice choice) {
        return choice == null ? "" : choice.id() + " " + choice.name();
    }
}
