import type ICAL from "ical.js";

export type CalendarPerson = { readonly name: string; readonly address: string; readonly answer: string };

/** The text of a property, or "" where it is missing. */
export const word = (component: ICAL.Component, name: string): string => {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? "" : String(value).trim();
};

/** ORGANIZER or ATTENDEE as people with mail addresses in lower case; rooms and resources are nobody. `answer` is PARTSTAT in capitals, or "". */
export function peopleOf(event: ICAL.Component, name: string): readonly CalendarPerson[] {
  return event.getAllProperties(name).flatMap((property) => {
    const address = String(property.getFirstValue() ?? "")
      .replace(/^mailto:/i, "")
      .trim()
      .toLowerCase();
    if (!address.includes("@")) return [];
    const called = String(property.getParameter("cn") ?? "").replace(/^["']|["']$/g, "");
    const room = /^(?:room|resource)$/i.test(String(property.getParameter("cutype") ?? ""));
    if (room) return [];
    return [
      {
        name: called.includes("@") ? "" : called,
        address,
        answer: String(property.getParameter("partstat") ?? "").toUpperCase(),
      },
    ];
  });
}
