import type { Lexicon } from "./concepts.ts";
import { variants } from "./variants.ts";

const papers =
  "application/applications/cv/resume/résumé/candidacy/candidature/profile/submission/documents/papers/paperwork/packet/dossier/file/form/letter/materials/details/portfolio";
const looks = "look/looks/looked/looking/read/reads/reading/go/goes/going/gone/went";

/** What an application is, how it arrives, and how a decision is waited for. */
export const englishClosing: Lexicon = {
  ROLE: variants(`
    role, roles, position, positions, post, posts, vacancy, vacancies, job, jobs, opening, openings, opportunity, opportunities, placement, internship, internships, apprenticeship, traineeship, fellowship, studentship, requisition, requisitions, req,
    requirement, posting, job title, headcount, seat, the part, gig, shift work, permanent contract, secondment, graduate scheme, programme place, lectureship, this hire, the hire, the search, this search`),
  APPLICATION: variants(`
    application, applications, candidacy, candidature, candidatures, your cv/resume/résumé, your curriculum vitae, your profile/background/details/submission/materials/portfolio/letter/experience/qualifications/paperwork/papers/packet/dossier,
    cover/covering letter, cover/covering note, expression of interest, eoi, application form, cv, resume, résumé, résumés, cvs, bio data`),
  APPLY: variants(`
    apply, applied, applying, put/putting yourself forward, threw/throw/throwing/thrown your hat, tossed/tossing your hat, sent/sending us your, sent/sending in/over/through/along your, submitting/submitted your, submitted yourself, thinking of us,
    thought of us, considering us, considering joining, wanting to work/join/be, want to join us, wanted to join us, want to work with us, responding to our, in response to our/their, job hunting`),
  CANDIDATE: variants(`
    candidate, candidates, applicant, applicants, finalist, finalists, interviewee, interviewees, contender, contenders, jobseeker`),
  INTEREST: variants(`
    interest, interested, interest in joining/working, enthusiasm, keen, curious, interest you have shown, interest shown, showing (an) interest, shown (an) interest, taking an interest`),
  YOU: variants(`
    you, your, yours, yourself`),
  WE: variants(`
    we, us, our, i, me, my, the team, the panel, hiring team, hiring manager, recruitment team, talent team, the committee, the board, management, the trust, the university, the school, the council, the company, the partners, the directors,
    the trustees, the governors, the recruiter, the employer, the client, the business, search committee, selection committee, appointing committee, hiring committee, hiring managers, the department, selection panel, interview panel, hiring panel`),
  RECEIVED: variants(`
    arrived, have your, in our/the system, come to hand, has/have come to hand, gone through to, reached us before/on/in/by, added to our system/database, received with thanks, finished/completed/filled your application, now with the, is now with,
    has gone to, been sent on, have your details/form/cv/application/letter, we have your, thank/thanks you for your application, thanks for your application, got your form, your form arrived, has come through, have come through, before the deadline,
    before the closing date, safely received, duly received, duly noted, this confirms receipt, confirms receipt, confirms that we, we can confirm, this email confirms, email is to confirm, to confirm that we, received,
    have/has (now/just/safely/duly) received, has/have/was/were/been (now/safely/successfully/duly) received, arrived/landed/come/came/got/made safely, has/have (now/just/safely) arrived, came/come/gone/went through okay/ok/fine/safely/successfully,
    has/have come in, reached us, reached me, has/have (now/just/safely) reached us/me/our, reached our, reached us safely, made it to us/me/our, hit our, found its way to us, landed, has landed, just landed, landed with us/our,
    landed safely with us/our, got your, have got your, got it, i have your, we have it, we have everything, got/have/has your ${papers}, has/have/been/was/were (now/also/successfully) submitted, submitted successfully, successfully submitted,
    successfully applied, submission complete, application submitted/sent/complete/received/delivered, you have applied, you applied for/to, you have (now/just) submitted, application is complete, file is (now) complete, documents are complete,
    been/is/was/were/has (now/duly) logged/recorded/registered/lodged/stamped, logged, recorded on, recorded under, registered, on file with, on file for, in safe hands, safe with us, safely with us, is with us, is now with us,
    in the pile/stack/queue/tray, acknowledge, acknowledges, acknowledged, acknowledging, acknowledgement, acknowledgment, hereby acknowledged, confirm (safe) receipt, confirm the arrival, confirming receipt, confirming that we, just confirming,
    receipt of, safe receipt, your receipt, all received, delivered to the hiring, delivered electronically, added to, copy of your application, a copy of your answers, confirmation of application/submission/receipt, confirmation of your application,
    application confirmation/acknowledgement/acknowledgment/receipt, has checked in, thank/thanks you for submitting/sending, thanks for submitting/sending, items were sent, has been sent, was sent to,
    passed/forwarded/handed/routed/circulated/transmitted to, passed/forwarded/handed/routed/sent/given/gave/flicked/shared/shown it/them/this (on/along/over) to, passed/forwarded/sent/given/shared your ${papers} (on/along/over) to/with,
    passed/forwarded/sent/handed on/along to, be forwarded/passed/routed/shared, been/is/was/are/were forwarded/passed/routed/shared/circulated, forwarding it/them/this/your, forwarding to, passed it on, passed along, put it in front of,
    in front of the, is/are/sits/sit/now with the hiring/recruiter/recruitment/client/department/team/manager, now sit with, with our talent/hiring/recruitment/people team, recruiter has been notified, has been pinged, placed your details with,
    take it from there/here, goes to the, now goes to, was (just) viewed/opened/seen/downloaded, was viewed by, viewed your, opened your, downloaded your, seen by employer, saved a copy, application as reviewed, been reviewed by`),
  REVIEW: variants(`
    review, reviews, reviewed, reviewing, under review, being reviewed, consider, considered, considering, consideration, under consideration, careful/close/due/full/thorough consideration, careful attention/examination/checking, thorough examination,
    ${looks} through, ${looks} carefully/closely through/at, ${looks} through your/all/each/every/them, look/looks/looked/looking at/over, look/looks it/them/everything over, work/working/worked through, read, reads, reading, sift, sifts, sifted,
    sifting, screen, screening, screened, screens, evaluate, evaluated, evaluating, evaluation, assess your, assessing, assess applications, examine, examined, examining, examination of, weigh, weighing, weighed, discussed, deliberat*,
    take/have/had/took a (close/good/quick) look, have/had a (good) read, scrutin*, scored, scoring, rated, ranked, ranking, talked it over/through, having considered, after considering, compared, comparing, compare notes, had a think,
    having had a think, slept on it, back and forth`),
  PROCEED: variants(`
    proceed, proceeds, proceeding, proceeded, move/moving/moved/moves forward/ahead/on, move/moving/moved you/this/it/things forward/ahead/on, move/moving/moved your/this application/candidacy/candidature forward/ahead,
    go/going/gone/goes ahead/forward/further, go/going any further, progress, progressing, progressed, take/taking/taken/carry/carrying/carried further/forward, take/taking/taken/carry/carrying you/this/it/things/your/yours further/forward,
    take/taking/taken/carry/carrying/put/putting your/this application/candidacy/candidature/profile (any) further/forward/ahead, put you forward, putting you forward, any further, no further, continue with/your/the, continuing with/your, pursue,
    pursuing, advance, advancing, carry on with, carrying on with, processed further, next step/steps/stage/stages/phase/phases, further stage, further stages, later stages`),
  DECISION: variants(`
    decision, decisions, decide, decides, decided, deciding, outcome, outcomes, verdict, concluded, conclusion, come/came to the/a conclusion, made up our/my/their minds/mind, made our/my/the/their choice, made a choice,
    made/make/took/taken/take a/our/the/their (final/difficult) decision, final choice, final decision, result, results, consensus, vote, voted, elected to, where we landed, completed our, concluded its`),
  CHOOSE: variants(`
    chosen, choose, chooses, choosing, chose, choice, selected, select, selecting, selection, appointed, appoint, appointing, appointment of, hired, hire, hiring, recruited, picked, pick, opted, opting, settled, preferred, preference, favoured, favored,
    promote, promoted, promoting, signed with, filled with, the nod, went with, gone with, going with, go with, decided on, decided for, awarded`),
  NONEWS: variants(`
    still with, still no, still being, in progress, ongoing, nothing new, nothing (yet) decided, not (yet) come to a/any, not (yet) arrived at, not (yet) settled, could not agree, not (yet) come back to, not (yet) got back, not (yet) responded/replied,
    left two messages, chasing them, speaking/meeting/talking with/to a few other, few more people, few other people, more people to, rest of the candidates, middle of interviewing, mid process, getting through them, halfway through, half way through,
    part way through, working our way, make up our minds by, hope/expect/aim/plan to decide, will decide, will be deciding, decide by, decision by, decision will be made, decision is due, decision expected, feedback expected, expected this week,
    expected next week, still to come, still outstanding, not yet finished/complete/completed/concluded/closed/done, not concluded, not yet approved, not in a position to say, not able to say, not able to tell, can not tell you, can not say more,
    not say more, say more today, no further news, no further update, not a lot to report, little to report, no answer yet, no result yet, quiet week, a week behind, still speaking/talking/chatting/hearing/finalising/looking/working, no news, no update,
    no updates, no word, no decision, no decisions, no decision has been made/taken/reached, not (yet/quite/actually/been) decided, have/has not (yet) decided, not (yet/been) made a/any/the/our (final) decision, not made up, not yet made,
    not yet reached, not yet/been finalised/finalized, not finalise/finalize, decision has not, decision was not, decision is pending/awaited/outstanding, undecided, yet to decide/make/reach/receive/meet/hear/confirm/finalise/sit/be,
    still deciding/waiting/reviewing/considering/interviewing/discussing/debating/weighing/mulling/pending/meeting/seeing/processing/finalising/finalizing/assessing/collecting, still going/working/looking/sifting through, still working on,
    still in the middle, still in process/progress/discussion, still looking at, still awaiting, still not back/decided/sure/clear, still under way, have/has not (yet) heard, not heard back, nothing to report, nothing yet, nothing has been decided,
    nothing definite/firm/concrete, no movement, not have an answer/news/decision/update, not have a decision, no result, no response yet, yet to take action, under way, underway, under process, in committee, up in the air, process is still,
    radio silence, in the dark, gone/going/go/went quiet, quiet on our/my end, sorry for the silence, our silence, from the silence, not forgotten, have/has not forgotten, not been forgotten, not vanished, can not say yes/anything,
    can not confirm anything, can not promise, one way or the other, remains to be seen, too early to, too soon to, do not know yet, not know yet, not yet know, will not know, status unchanged, remains under, still with the panel/client/team/manager,
    still our first choice, still our favourite, still the favourite, still keen, still hopeful, been forgotten, have not been forgotten, we have not made up, still (very) (much) in the/it/our, still (very) much in the running/mix/frame/process/picture,
    still in the running/mix/frame/process/picture, still (very) (much/actively) under consideration/review, still (very) (much) being considered, still being reviewed, still considering you/your, still a candidate, still in consideration,
    still interested in you, remain/remains/continue/continues under/in (active) consideration/review, remain/remains in the running/mix/process, continue to be considered/in/under, remains live/active/open/valid/unaffected/under, is unaffected,
    stays active/live/valid, still stands, still on the table, very much alive, not a no, does not mean a no/rejection, not (been) ruled you out, not ruled out, keep you under, keep you in the running, on the/our shortlist, down to two/three/four/the,
    marked as a possible, in our thoughts, patient, bear with, bear with us/me, bearing with us/me, for bearing with, hang/hanging/sit/sitting/hold tight, hang/hanging in there, hang in, hanging in, patience, be patient, your (continued) patience,
    a little patience, exercise patience, kindly wait, please wait, forbearance, not read anything into, not draw any, stay tuned, watch this space, for your understanding, keep waiting, keep/kept you waiting, for waiting, you must be wondering,
    you will be wondering`),
  WAIT: variants(`
    need until, will need until, need to wait, have to wait, will have to wait, can not finalise, not finalise without, can not decide, can not move/do/proceed/go without/until/before, has to approve, have to approve, needs to approve, needs to sign,
    yet to approve, has yet to approve, to sign it off, sign this off, sign it off, sick leave, is away until, are away until, everyone is on holiday, second opinion, results of the second, meets on, we meet, wait, waits, waiting, awaiting, await,
    awaits, awaited, is awaited, wait for, waiting for, waiting on, waiting to hear, pending, is pending, remain outstanding, once we have, until we have, until it clears, need a little/bit more, need more time, needs more time,
    asked for (a) (little/bit) more time, a few more days, few more weeks, couple more weeks, another week, another ten days, another fortnight, another two/few weeks, more days, more weeks, sign off, sign-off, signs off, signed off, approval,
    approvals, approve, be approved, green light, headcount approval, final interviews, final stage interviews, remaining candidates, remaining interviews, last interviews, seeing the last, finish interviewing, finish seeing, more people to see,
    more candidates to see, one more coming, two more people, one more candidate, back from leave/holiday, on leave until, on tour, out this week, out of the office this, meets again, weigh in, mull it over, sleep on it, chase, chased, board meeting,
    the board meets`),
  DELAY: variants(`
    delay, delays, delayed, holdup, hold up, held up, behind schedule, running behind, running late, backlog, later than expected/promised/planned/hoped/anticipated, longer than, longer than expected/planned/we/anticipated/normal/usual/hoped,
    bit/little/tad/while longer, a bit/little/tad longer, taking longer, taking a little/bit/tad/lot longer, taking us (a) (tad/bit/little) longer, take longer, takes longer, taken longer, took longer, taking more time, taking some time, taking a while,
    takes a little longer, dragging, dragged, slower, slipped, slip, slow, extended, extension, been extended, apologies/sorry for the delay/wait/hold, apologise/apologize for the delay/wait, sorry it has, late in, overrun, put back to,
    went on longer, had hoped to, we had hoped, know we said, know i said, promised an answer, would hear by`),
  UPDATE: variants(`
    update, updates, updated, update you, an update, keep you updated/informed/posted, keep you in the loop, let you know, will let you know, inform you, inform, informed, be informed, notify, notified, be notified, be told, tell you more, write to you,
    write again, be in touch, back in touch, get in touch, in touch, touch base, will/shall contact you, contact you, make contact, be contacted, reach out to you, you will hear, you will hear from/back, expect to hear, hear from us/me, hear back,
    hear by, hearing from us, get back to you, getting back to you, be back to you, come back to you, come back to you with/once, revert, revert to you, will reply, will answer, will report, report to you, call you with, drop you a line/note/text,
    ping you, follow up with you, contact successful, contact shortlisted, contact those, communicated to, have an answer, know more, any news, more soon`),
  SOON: variants(`
    soon, shortly, as soon as, as soon as possible, in due course, within, in the coming days/weeks, in the next few days/weeks, coming weeks, coming days, by the end, by the end of, end of the/this/next week/month, next week, early next week,
    later this week, this week, next few days, next few weeks, next couple of, in a few days, working days, business days, within _ weeks, within _ working days, within _ business days, inside of, within a fortnight, a fortnight, two weeks,
    couple of weeks, before long`),
};
