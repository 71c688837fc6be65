/** A place's working days as data. Holidays are ISO dates ("2026-05-25"), `zone` an IANA name. */
export type WorkingCalendar = { readonly zone: string; readonly isHoliday: (isoDate: string) => boolean };
