import type { CalendarPart } from "../domain/message.ts";
import type { Part } from "./mime-tree.ts";

const longestCalendar = 300_000;

/** The `text/calendar` parts; an attached copy ("invite.ics") counts only where there is no such part. */
export function calendarParts(attachments: readonly Part[]): CalendarPart[] {
  const of = (...types: string[]) =>
    attachments.filter((part) => types.includes(part.contentType.toLowerCase()));
  const inline = of("text/calendar");
  return (inline.length > 0 ? inline : of("application/ics")).slice(0, 5).map((part) => {
    const ics = decoded(part).slice(0, longestCalendar);
    const method = parameter(part, "method") ?? /^METHOD:(\w+)\s*$/im.exec(ics)?.[1] ?? "";
    return { method: method.toUpperCase(), ics };
  });
}

function decoded(part: Part): string {
  try {
    return new TextDecoder(parameter(part, "charset") ?? "utf-8").decode(part.content);
  } catch {
    return part.content.toString("utf8");
  }
}

function parameter(part: Part, name: string): string | undefined {
  const type = part.headers.get("content-type");
  if (typeof type !== "object" || !("params" in type)) return undefined;
  const value: unknown = Object.entries(type.params).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
