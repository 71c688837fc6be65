import { list, lists, type ReplyWords } from "./shape.ts";

export const english: ReplyWords = {
  verbs: {
    yes: list(
      "ok, okay, yes, y, yep, yeah, approve, approved, go ahead, send it, send as is, send as shown, 👍, 👌, ✅, ✔, ☑, 🆗",
    ),
    good: list(
      "looks good, looks great, looks fine, looks ok, sounds good, sounds great, is good, is great, is perfect, is fine, good to go, fine by me",
    ),
    no: list("no, n, nope, 👎, ❌"),
    skip: list(
      "skip, do not send, do not send it, don't send, don't send it, dont send, dont send it, leave out, leave it out",
    ),
    later: list("later, postpone, snooze"),
    undo: list("undo"),
    reopen: list("reopen"),
    close: list("close"),
    send_again: list("send again, send it again, resend"),
    was_sent: list("was sent, it was sent, has been sent, it has been sent"),
    why: list("why"),
  },
  sends: list("send"),
  this: list("this"),
  all: list("all, all of them, everything"),
  both: list("both, both of them"),
  except: list("except, except for, but, but not"),
  and: list("and"),
  to: list("to, through"),
  towards: list("to"),
  before: list("for, from"),
  is: list("is, are"),
  numbers: list("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve"),
  articles: [],
  nouns: list("item, number, line, draft"),
  courtesies:
    list(`please, pls, thanks, thank you, thx, cheers, hi, hello, hey, dear, afterword, many thanks, best wishes, best regards, kind regards, warm
     regards, regards, all the best`),
  brakes: list(
    `not, don't, dont, doesn't, can't, cannot, won't, shouldn't, never, wait, hold, hang on, stop, pause, cancel, unsubscribe, actually, instead,
     change, changed, but, unless, if, before, after, first, until then, although, though, however, mistake, wrong, sorry, nothing, none, neither,
     rather, except, maybe, perhaps, unsure, not sure, forget, scratch that, ignore, yet, was not sent`,
  ),
  prose: [],
  days: {
    before: list("until, till, til, on, in, to"),
    today: list("today"),
    tomorrow: list("tomorrow"),
    dayAfter: list("day after tomorrow, the day after tomorrow"),
    nextWeek: list("next week"),
    day: list("day, days"),
    week: list("week, weeks"),
    month: list("month, months"),
    one: list("a, an"),
    weekdays: lists(
      "monday mon, tuesday tue tues, wednesday wed, thursday thu thur thurs, friday fri, saturday sat, sunday sun",
    ),
    months: lists(
      `january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sep sept, october oct, november nov,
       december dec`,
    ),
  },
  commands: {
    status: list("status"),
    help: list("help, commands"),
    pause: list("pause"),
    everything: list("everything, all"),
    for: list("for"),
    until: list("until, till, til"),
    resume: list("resume, unpause, end pause, end the pause, end my pause"),
    stop: list("stop, unsubscribe"),
  },
};
