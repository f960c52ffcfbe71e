CREATE TABLE arrivals (
conference_id TEXT NOT NULL,
present_as VARCHAR(40) NOT NULL,
person_id TEXT,
comes_at TEXT,
door TEXT,
leaves_with TEXT,
arrived_at TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_arrivals PRIMARY KEY (id),
CONSTRAINT fk_arrivals_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_arrivals_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_arrivals_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_arrivals_case_id ON arrivals (case_id);
CREATE TABLE authorities (
kind VARCHAR(40) NOT NULL,
name TEXT NOT NULL,
title TEXT,
phone TEXT,
may_approve BOOLEAN,
scope TEXT,
reachable_from TEXT,
reachable_until TEXT,
confirmed_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_authorities PRIMARY KEY (id),
CONSTRAINT fk_authorities_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_authorities_case_id ON authorities (case_id);
CREATE TABLE bookings (
conference_id TEXT NOT NULL,
kind VARCHAR(40) NOT NULL,
venue_id TEXT,
person_id TEXT,
state VARCHAR(40) NOT NULL,
asked_on DATE,
confirmed_on DATE,
cancelled_on DATE,
cancel_by DATE,
starts_at TEXT,
ends_at TEXT,
reference TEXT,
contact TEXT,
phone TEXT,
price TEXT,
paid_by VARCHAR(40),
memories_asked_on DATE,
bad_memories BOOLEAN,
family_meets_here BOOLEAN,
departure_reason TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_bookings PRIMARY KEY (id),
CONSTRAINT fk_bookings_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_bookings_venue_id_venues FOREIGN KEY(venue_id) REFERENCES venues (id) ON DELETE SET NULL,
CONSTRAINT fk_bookings_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE SET NULL,
CONSTRAINT fk_bookings_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_bookings_case_id ON bookings (case_id);
CREATE TABLE briefing_approvals (
briefing_id TEXT NOT NULL,
person_id TEXT NOT NULL,
approved BOOLEAN,
approved_on DATE,
approved_version INTEGER,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_briefing_approvals PRIMARY KEY (id),
CONSTRAINT fk_briefing_approvals_briefing_id_briefings FOREIGN KEY(briefing_id) REFERENCES briefings (id) ON DELETE CASCADE,
CONSTRAINT fk_briefing_approvals_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_briefing_approvals_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_briefing_approvals_briefing_id ON briefing_approvals (briefing_id);
CREATE INDEX ix_briefing_approvals_case_id ON briefing_approvals (case_id);
CREATE TABLE briefings (
conference_id TEXT NOT NULL,
kind VARCHAR(40) NOT NULL,
author_id TEXT,
subject TEXT,
text TEXT,
version INTEGER NOT NULL,
draft_due DATE,
received_on DATE,
is_short BOOLEAN,
is_appreciative BOOLEAN,
is_positive BOOLEAN,
checked_on DATE,
shown_to_child_on DATE,
shown_to_parents_on DATE,
waiver_needed BOOLEAN,
waiver_on DATE,
notice_days INTEGER,
most_conferences INTEGER,
fee TEXT,
conditions TEXT,
read_aloud_on DATE,
left_out_reason TEXT,
deleted_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_briefings PRIMARY KEY (id),
CONSTRAINT fk_briefings_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_briefings_author_id_people FOREIGN KEY(author_id) REFERENCES people (id) ON DELETE SET NULL,
CONSTRAINT fk_briefings_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_briefings_case_id ON briefings (case_id);
CREATE TABLE case_summaries (
case_id TEXT NOT NULL,
number TEXT NOT NULL,
alias TEXT NOT NULL,
state TEXT NOT NULL,
closed BOOLEAN NOT NULL,
conference_number INTEGER,
conference_at TEXT,
verdicts TEXT NOT NULL,
next_step TEXT,
next_due DATE,
search_text TEXT NOT NULL,
computed_on DATE,
stale BOOLEAN NOT NULL,
CONSTRAINT pk_case_summaries PRIMARY KEY (case_id),
CONSTRAINT fk_case_summaries_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_case_summaries_order ON case_summaries (closed, next_due, number);
CREATE INDEX ix_case_summaries_stale ON case_summaries (stale);
CREATE TABLE cases (
id TEXT NOT NULL,
number TEXT NOT NULL,
alias TEXT NOT NULL,
case_type VARCHAR(40),
purpose TEXT,
excluded_because TEXT,
mothers_side_reason TEXT,
fathers_side_reason TEXT,
opened_on DATE,
closed_on DATE,
closing_reason VARCHAR(40),
everyone_told_on DATE,
handed_over_on DATE,
CONSTRAINT pk_cases PRIMARY KEY (id),
CONSTRAINT uq_cases_number UNIQUE (number)
);
CREATE TABLE changes (
id INTEGER NOT NULL,
step_id INTEGER NOT NULL,
case_id TEXT,
record TEXT NOT NULL,
row_id TEXT NOT NULL,
"before" TEXT,
"after" TEXT,
CONSTRAINT pk_changes PRIMARY KEY (id),
CONSTRAINT fk_changes_step_id_journal_steps FOREIGN KEY(step_id) REFERENCES journal_steps (id) ON DELETE CASCADE
);
CREATE INDEX ix_changes_case_id ON changes (case_id);
CREATE INDEX ix_changes_step_id ON changes (step_id);
CREATE TABLE child_absences (
conference_id TEXT NOT NULL,
child_id TEXT NOT NULL,
reason TEXT NOT NULL,
whose_words VARCHAR(40),
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_child_absences PRIMARY KEY (id),
CONSTRAINT fk_child_absences_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_child_absences_child_id_children FOREIGN KEY(child_id) REFERENCES children (id) ON DELETE CASCADE,
CONSTRAINT fk_child_absences_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_child_absences_case_id ON child_absences (case_id);
CREATE TABLE children (
person_id TEXT NOT NULL,
participation VARCHAR(40),
participation_chosen_on DATE,
voice VARCHAR(40),
statement TEXT,
prepared_on DATE,
understands BOOLEAN,
understood_on DATE,
timeline_given_on DATE,
support_before TEXT,
support_during TEXT,
support_after TEXT,
fears TEXT,
wish_food TEXT,
wish_guests TEXT,
wish_room TEXT,
wish_seat TEXT,
wish_invitation TEXT,
wish_music TEXT,
wish_breaks TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_children PRIMARY KEY (id),
CONSTRAINT uq_children_person_id UNIQUE (person_id),
CONSTRAINT fk_children_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_children_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_children_case_id ON children (case_id);
CREATE TABLE cleared_numbers (
number TEXT NOT NULL,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_cleared_numbers PRIMARY KEY (id),
CONSTRAINT fk_cleared_numbers_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_cleared_numbers_case_id ON cleared_numbers (case_id);
CREATE TABLE conferences (
number INTEGER NOT NULL,
kind VARCHAR(40) NOT NULL,
state VARCHAR(40) NOT NULL,
starts_at TEXT,
ends_at TEXT,
meal_time VARCHAR(40),
near_seats TEXT,
meal_shared BOOLEAN,
hosted_by_samordner BOOLEAN,
led_by_samordner BOOLEAN,
questions_answered BOOLEAN,
plan_read_at TEXT,
stop_reason VARCHAR(40),
guardian_id TEXT,
follow_up_on DATE,
no_follow_up_reason TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_conferences PRIMARY KEY (id),
CONSTRAINT fk_conferences_guardian_id_people FOREIGN KEY(guardian_id) REFERENCES people (id) ON DELETE SET NULL,
CONSTRAINT fk_conferences_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_conferences_case_id ON conferences (case_id);
CREATE TABLE conflict_pairs (
first_id TEXT NOT NULL,
second_id TEXT NOT NULL,
arrives_first_id TEXT,
separate_lifts BOOLEAN NOT NULL,
seating TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_conflict_pairs PRIMARY KEY (id),
CONSTRAINT fk_conflict_pairs_first_id_people FOREIGN KEY(first_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_conflict_pairs_second_id_people FOREIGN KEY(second_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_conflict_pairs_arrives_first_id_people FOREIGN KEY(arrives_first_id) REFERENCES people (id) ON DELETE SET NULL,
CONSTRAINT fk_conflict_pairs_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_conflict_pairs_case_id ON conflict_pairs (case_id);
CREATE TABLE consents (
person_id TEXT NOT NULL,
child_id TEXT,
scope VARCHAR(40) NOT NULL,
answer VARCHAR(40),
answered_on DATE,
evidence VARCHAR(40),
proceeds_by TEXT,
proceeds_ground TEXT,
withdrawn_on DATE,
told_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_consents PRIMARY KEY (id),
CONSTRAINT fk_consents_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_consents_child_id_children FOREIGN KEY(child_id) REFERENCES children (id) ON DELETE CASCADE,
CONSTRAINT fk_consents_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_consents_case_id ON consents (case_id);
CREATE TABLE contact_people (
contact_id TEXT NOT NULL,
person_id TEXT NOT NULL,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_contact_people PRIMARY KEY (id),
CONSTRAINT fk_contact_people_contact_id_contacts FOREIGN KEY(contact_id) REFERENCES contacts (id) ON DELETE CASCADE,
CONSTRAINT fk_contact_people_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_contact_people_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_contact_people_case_id ON contact_people (case_id);
CREATE INDEX ix_contact_people_contact_id ON contact_people (contact_id);
CREATE TABLE contacts (
kind VARCHAR(40) NOT NULL,
outcome VARCHAR(40) NOT NULL,
planned_at TEXT,
held_on DATE,
form VARCHAR(40),
place TEXT,
minutes INTEGER,
kilometres TEXT,
method_explained BOOLEAN NOT NULL,
responsibility_explained BOOLEAN NOT NULL,
may_be_told TEXT,
note TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_contacts PRIMARY KEY (id),
CONSTRAINT fk_contacts_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_contacts_case_id ON contacts (case_id);
CREATE TABLE couples (
first_id TEXT NOT NULL,
second_id TEXT NOT NULL,
state VARCHAR(40) NOT NULL,
since DATE,
until DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_couples PRIMARY KEY (id),
CONSTRAINT fk_couples_first_id_people FOREIGN KEY(first_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_couples_second_id_people FOREIGN KEY(second_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_couples_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_couples_case_id ON couples (case_id);
CREATE TABLE current_step (
id INTEGER NOT NULL,
step_id INTEGER NOT NULL,
CONSTRAINT pk_current_step PRIMARY KEY (id)
);
CREATE TABLE custodies (
person_id TEXT NOT NULL,
child_id TEXT NOT NULL,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_custodies PRIMARY KEY (id),
CONSTRAINT fk_custodies_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_custodies_child_id_children FOREIGN KEY(child_id) REFERENCES children (id) ON DELETE CASCADE,
CONSTRAINT fk_custodies_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_custodies_case_id ON custodies (case_id);
CREATE TABLE decisions (
conference_id TEXT NOT NULL,
plan_id TEXT,
round INTEGER NOT NULL,
outcome VARCHAR(40) NOT NULL,
decided_at TEXT NOT NULL,
authority_id TEXT,
leader_called_at TEXT,
provisional_until DATE,
rests_on_id TEXT,
rests_on_new BOOLEAN,
possible_if TEXT,
reason TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_decisions PRIMARY KEY (id),
CONSTRAINT fk_decisions_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_decisions_plan_id_plans FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE SET NULL,
CONSTRAINT fk_decisions_authority_id_authorities FOREIGN KEY(authority_id) REFERENCES authorities (id) ON DELETE SET NULL,
CONSTRAINT fk_decisions_rests_on_id_statements FOREIGN KEY(rests_on_id) REFERENCES statements (id) ON DELETE SET NULL,
CONSTRAINT fk_decisions_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_decisions_case_id ON decisions (case_id);
CREATE TABLE deliveries (
plan_id TEXT NOT NULL,
person_id TEXT,
authority_id TEXT,
channel VARCHAR(40),
sent_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_deliveries PRIMARY KEY (id),
CONSTRAINT fk_deliveries_plan_id_plans FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE,
CONSTRAINT fk_deliveries_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_deliveries_authority_id_authorities FOREIGN KEY(authority_id) REFERENCES authorities (id) ON DELETE CASCADE,
CONSTRAINT fk_deliveries_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_deliveries_case_id ON deliveries (case_id);
CREATE TABLE drafts (
record TEXT NOT NULL,
row_id TEXT NOT NULL,
field TEXT NOT NULL,
case_id TEXT,
text TEXT NOT NULL,
typed_at TEXT NOT NULL,
CONSTRAINT pk_drafts PRIMARY KEY (record, row_id, field),
CONSTRAINT fk_drafts_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_drafts_case_id ON drafts (case_id);
CREATE TABLE engagements (
municipality TEXT,
channel VARCHAR(40),
contact_person TEXT,
contact_phone TEXT,
referred_on DATE,
accepted_on DATE,
initiator_contacted_on DATE,
start_meeting_on DATE,
agreed_hours TEXT,
hourly_rate TEXT,
kilometre_rate TEXT,
framework_agreement TEXT,
planned_conferences INTEGER,
data_role VARCHAR(40),
data_instruction_on DATE,
delete_by DATE,
knows_family BOOLEAN,
employed_by_department BOOLEAN,
related BOOLEAN,
part_in_decision BOOLEAN,
independence_answered_on DATE,
secrecy_declared_on DATE,
record_check_on DATE,
catering_budget TEXT,
evaluation_agreed TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_engagements PRIMARY KEY (id),
CONSTRAINT fk_engagements_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_engagements_case_id ON engagements (case_id);
CREATE TABLE evaluations (
conference_id TEXT NOT NULL,
"group" VARCHAR(40) NOT NULL,
answered_on DATE,
felt_involved INTEGER,
measures_agreed INTEGER,
effect_on_child INTEGER,
words TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_evaluations PRIMARY KEY (id),
CONSTRAINT fk_evaluations_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_evaluations_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_evaluations_case_id ON evaluations (case_id);
CREATE TABLE evening_marks (
conference_id TEXT NOT NULL,
about TEXT NOT NULL,
done_at TEXT NOT NULL,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_evening_marks PRIMARY KEY (id),
CONSTRAINT fk_evening_marks_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_evening_marks_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_evening_marks_case_id ON evening_marks (case_id);
CREATE TABLE expenses (
spent_on DATE NOT NULL,
what TEXT NOT NULL,
amount TEXT NOT NULL,
receipt TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_expenses PRIMARY KEY (id),
CONSTRAINT fk_expenses_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_expenses_case_id ON expenses (case_id);
CREATE TABLE exports (
case_id TEXT,
case_number TEXT NOT NULL,
what TEXT NOT NULL,
at TEXT NOT NULL,
destroy_by DATE,
destroyed_on DATE,
id TEXT NOT NULL,
CONSTRAINT pk_exports PRIMARY KEY (id)
);
CREATE INDEX ix_exports_case_id ON exports (case_id);
CREATE TABLE invitations (
conference_id TEXT NOT NULL,
person_id TEXT NOT NULL,
wording_id TEXT,
channel VARCHAR(40),
sent_on DATE,
reminded_on DATE,
answer VARCHAR(40),
answered_on DATE,
answered_by TEXT,
attendance VARCHAR(40),
companions INTEGER NOT NULL,
companion_children INTEGER NOT NULL,
needs TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_invitations PRIMARY KEY (id),
CONSTRAINT fk_invitations_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_invitations_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_invitations_wording_id_wordings FOREIGN KEY(wording_id) REFERENCES wordings (id) ON DELETE SET NULL,
CONSTRAINT fk_invitations_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_invitations_case_id ON invitations (case_id);
CREATE TABLE journal_steps (
id INTEGER NOT NULL,
case_id TEXT,
at TEXT NOT NULL,
label TEXT NOT NULL,
kind TEXT NOT NULL,
undoes_id INTEGER,
undone BOOLEAN NOT NULL,
CONSTRAINT pk_journal_steps PRIMARY KEY (id)
);
CREATE INDEX ix_journal_steps_case_id ON journal_steps (case_id);
CREATE TABLE log_entries (
conference_id TEXT NOT NULL,
at TEXT NOT NULL,
kind VARCHAR(40) NOT NULL,
about VARCHAR(40),
minutes INTEGER,
called_by VARCHAR(40),
reason VARCHAR(40),
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_log_entries PRIMARY KEY (id),
CONSTRAINT fk_log_entries_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_log_entries_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_log_entries_case_id ON log_entries (case_id);
CREATE TABLE map_places (
map_id TEXT NOT NULL,
person_id TEXT NOT NULL,
name TEXT,
relation TEXT,
kind VARCHAR(40),
contact VARCHAR(40),
ring INTEGER,
sector VARCHAR(40),
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_map_places PRIMARY KEY (id),
CONSTRAINT fk_map_places_map_id_maps FOREIGN KEY(map_id) REFERENCES maps (id) ON DELETE CASCADE,
CONSTRAINT fk_map_places_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_map_places_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_map_places_case_id ON map_places (case_id);
CREATE INDEX ix_map_places_map_id ON map_places (map_id);
CREATE TABLE map_ties (
map_id TEXT NOT NULL,
first_id TEXT NOT NULL,
second_id TEXT NOT NULL,
quality VARCHAR(40) NOT NULL,
support VARCHAR(40),
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_map_ties PRIMARY KEY (id),
CONSTRAINT fk_map_ties_map_id_maps FOREIGN KEY(map_id) REFERENCES maps (id) ON DELETE CASCADE,
CONSTRAINT fk_map_ties_first_id_people FOREIGN KEY(first_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_map_ties_second_id_people FOREIGN KEY(second_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_map_ties_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_map_ties_case_id ON map_ties (case_id);
CREATE INDEX ix_map_ties_map_id ON map_ties (map_id);
CREATE TABLE maps (
whose_id TEXT,
drawn_on DATE,
drawn_with TEXT,
frozen_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_maps PRIMARY KEY (id),
CONSTRAINT fk_maps_whose_id_people FOREIGN KEY(whose_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_maps_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_maps_case_id ON maps (case_id);
CREATE TABLE menus (
conference_id TEXT NOT NULL,
dishes TEXT,
chosen_by_child BOOLEAN,
chosen_on DATE,
price_per_cover TEXT,
extra_covers INTEGER NOT NULL,
supplier_id TEXT,
ordered_on DATE,
ordered_covers INTEGER,
confirmed_on DATE,
pick_up_at TEXT,
pick_up_by TEXT,
picked_up_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_menus PRIMARY KEY (id),
CONSTRAINT uq_menus_conference_id UNIQUE (conference_id),
CONSTRAINT fk_menus_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_menus_supplier_id_suppliers FOREIGN KEY(supplier_id) REFERENCES suppliers (id) ON DELETE SET NULL,
CONSTRAINT fk_menus_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_menus_case_id ON menus (case_id);
CREATE TABLE milestones (
milestone TEXT NOT NULL,
asked_on DATE,
in_place BOOLEAN,
answer TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_milestones PRIMARY KEY (id),
CONSTRAINT fk_milestones_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_milestones_case_id ON milestones (case_id);
CREATE TABLE notices (
conference_id TEXT,
kind VARCHAR(40) NOT NULL,
about TEXT NOT NULL,
reason TEXT NOT NULL,
given_on DATE NOT NULL,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_notices PRIMARY KEY (id),
CONSTRAINT fk_notices_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_notices_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_notices_case_id ON notices (case_id);
CREATE TABLE offers (
person_id TEXT NOT NULL,
words TEXT NOT NULL,
wished_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_offers PRIMARY KEY (id),
CONSTRAINT fk_offers_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_offers_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_offers_case_id ON offers (case_id);
CREATE TABLE own_templates (
kind TEXT NOT NULL,
language TEXT NOT NULL,
text TEXT NOT NULL,
written_on DATE NOT NULL,
id TEXT NOT NULL,
CONSTRAINT pk_own_templates PRIMARY KEY (id)
);
CREATE TABLE paper_translations (
about TEXT NOT NULL,
person_id TEXT,
language TEXT NOT NULL,
text TEXT NOT NULL,
text_print TEXT NOT NULL,
written_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_paper_translations PRIMARY KEY (id),
CONSTRAINT fk_paper_translations_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_paper_translations_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_paper_translations_case_id ON paper_translations (case_id);
CREATE TABLE papers_made (
conference_id TEXT,
about TEXT NOT NULL,
person_id TEXT,
language TEXT NOT NULL,
format VARCHAR(40) NOT NULL,
text_print TEXT NOT NULL,
made_at TEXT NOT NULL,
handed_to TEXT,
channel VARCHAR(40),
handed_on DATE,
destroy_by DATE,
destroyed_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_papers_made PRIMARY KEY (id),
CONSTRAINT fk_papers_made_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_papers_made_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_papers_made_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_papers_made_case_id ON papers_made (case_id);
CREATE TABLE parentages (
parent_id TEXT NOT NULL,
child_id TEXT NOT NULL,
kind VARCHAR(40) NOT NULL,
since DATE,
until DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_parentages PRIMARY KEY (id),
CONSTRAINT fk_parentages_parent_id_people FOREIGN KEY(parent_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_parentages_child_id_people FOREIGN KEY(child_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_parentages_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_parentages_case_id ON parentages (case_id);
CREATE TABLE people (
name TEXT NOT NULL,
kind VARCHAR(40) NOT NULL,
relation TEXT,
helper_kind VARCHAR(40),
age INTEGER,
side VARCHAR(40),
household BOOLEAN,
ring INTEGER,
sector VARCHAR(40),
tie VARCHAR(40),
phone TEXT,
email TEXT,
gender VARCHAR(40),
prompt TEXT,
address TEXT,
address_secret BOOLEAN NOT NULL,
language TEXT,
needs_interpreter BOOLEAN NOT NULL,
needs_lift BOOLEAN NOT NULL,
access_needs TEXT,
diets TEXT NOT NULL,
diet_note TEXT,
invited VARCHAR(40) NOT NULL,
not_invited_reason VARCHAR(40),
not_invited_words TEXT,
decided_by VARCHAR(40),
decided_on DATE,
told_how VARCHAR(40),
other_way VARCHAR(40),
attendance VARCHAR(40),
willing_to_hold_role BOOLEAN,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_people PRIMARY KEY (id),
CONSTRAINT fk_people_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_people_case_id ON people (case_id);
CREATE TABLE plan_items (
plan_id TEXT NOT NULL,
position INTEGER NOT NULL,
what TEXT NOT NULL,
who TEXT,
when_kind VARCHAR(40),
when_date DATE,
when_words TEXT,
done_when TEXT,
checked_by TEXT,
if_it_fails TEXT,
answers_id TEXT,
child_id TEXT,
municipal VARCHAR(40),
formal_by TEXT,
formal_due DATE,
declined_because TEXT,
unclear_reason TEXT,
previous_id TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_plan_items PRIMARY KEY (id),
CONSTRAINT fk_plan_items_plan_id_plans FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE,
CONSTRAINT fk_plan_items_answers_id_statements FOREIGN KEY(answers_id) REFERENCES statements (id) ON DELETE SET NULL,
CONSTRAINT fk_plan_items_child_id_children FOREIGN KEY(child_id) REFERENCES children (id) ON DELETE SET NULL,
CONSTRAINT fk_plan_items_previous_id_plan_items FOREIGN KEY(previous_id) REFERENCES plan_items (id) ON DELETE SET NULL,
CONSTRAINT fk_plan_items_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_plan_items_case_id ON plan_items (case_id);
CREATE TABLE plans (
conference_id TEXT NOT NULL,
version INTEGER NOT NULL,
words TEXT,
typed_on DATE,
confirmed_on DATE,
child_version_on DATE,
contingency TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_plans PRIMARY KEY (id),
CONSTRAINT fk_plans_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_plans_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_plans_case_id ON plans (case_id);
CREATE TABLE presences (
conference_id TEXT NOT NULL,
step INTEGER NOT NULL,
present_as VARCHAR(40) NOT NULL,
person_id TEXT,
form VARCHAR(40) NOT NULL,
called_in BOOLEAN NOT NULL,
left_at TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_presences PRIMARY KEY (id),
CONSTRAINT fk_presences_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_presences_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_presences_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_presences_case_id ON presences (case_id);
CREATE TABLE progress (
conference_id TEXT NOT NULL,
item_id TEXT NOT NULL,
state VARCHAR(40) NOT NULL,
childs_words TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_progress PRIMARY KEY (id),
CONSTRAINT fk_progress_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_progress_item_id_plan_items FOREIGN KEY(item_id) REFERENCES plan_items (id) ON DELETE CASCADE,
CONSTRAINT fk_progress_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_progress_case_id ON progress (case_id);
CREATE TABLE result_lines (
id TEXT NOT NULL,
year INTEGER NOT NULL,
conferences INTEGER NOT NULL,
participants INTEGER NOT NULL,
rounds INTEGER NOT NULL,
minutes INTEGER NOT NULL,
approved BOOLEAN NOT NULL,
CONSTRAINT pk_result_lines PRIMARY KEY (id)
);
CREATE TABLE role_holders (
conference_id TEXT NOT NULL,
role VARCHAR(40) NOT NULL,
person_id TEXT NOT NULL,
understudy BOOLEAN NOT NULL,
child_id TEXT,
chosen_by VARCHAR(40),
asked_on DATE,
accepted BOOLEAN,
accepted_on DATE,
briefed_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_role_holders PRIMARY KEY (id),
CONSTRAINT fk_role_holders_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_role_holders_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_role_holders_child_id_children FOREIGN KEY(child_id) REFERENCES children (id) ON DELETE CASCADE,
CONSTRAINT fk_role_holders_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_role_holders_case_id ON role_holders (case_id);
CREATE TABLE safety_rounds (
occasion VARCHAR(40) NOT NULL,
asked_on DATE,
violence BOOLEAN,
sexual_abuse BOOLEAN,
honour BOOLEAN,
court_order BOOLEAN,
answer VARCHAR(40),
answered_by TEXT,
answered_on DATE,
measures TEXT,
note TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_safety_rounds PRIMARY KEY (id),
CONSTRAINT fk_safety_rounds_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_safety_rounds_case_id ON safety_rounds (case_id);
CREATE TABLE serious_matters (
kind VARCHAR(40) NOT NULL,
learned_at TEXT NOT NULL,
municipality_told TEXT,
municipality_told_at TEXT,
child_told_what TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_serious_matters PRIMARY KEY (id),
CONSTRAINT fk_serious_matters_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_serious_matters_case_id ON serious_matters (case_id);
CREATE TABLE settings (
name TEXT NOT NULL,
value TEXT NOT NULL,
CONSTRAINT pk_settings PRIMARY KEY (name)
);
CREATE TABLE statements (
kind VARCHAR(40) NOT NULL,
text TEXT NOT NULL,
written_by VARCHAR(40),
known_to_family_on DATE,
version INTEGER NOT NULL,
replaces_id TEXT,
withdrawn_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_statements PRIMARY KEY (id),
CONSTRAINT fk_statements_replaces_id_statements FOREIGN KEY(replaces_id) REFERENCES statements (id) ON DELETE SET NULL,
CONSTRAINT fk_statements_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_statements_case_id ON statements (case_id);
CREATE TABLE steps (
conference_id TEXT NOT NULL,
number INTEGER NOT NULL,
round INTEGER NOT NULL,
started_at TEXT,
ended_at TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_steps PRIMARY KEY (id),
CONSTRAINT fk_steps_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_steps_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_steps_case_id ON steps (case_id);
CREATE TABLE suppliers (
name TEXT NOT NULL,
address TEXT,
phone TEXT,
evening_hours TEXT,
id TEXT NOT NULL,
CONSTRAINT pk_suppliers PRIMARY KEY (id)
);
CREATE TABLE task_agreements (
item_id TEXT NOT NULL,
person_id TEXT NOT NULL,
asked_on DATE,
agrees BOOLEAN,
answered_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_task_agreements PRIMARY KEY (id),
CONSTRAINT fk_task_agreements_item_id_plan_items FOREIGN KEY(item_id) REFERENCES plan_items (id) ON DELETE CASCADE,
CONSTRAINT fk_task_agreements_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_task_agreements_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_task_agreements_case_id ON task_agreements (case_id);
CREATE TABLE ties (
first_id TEXT NOT NULL,
second_id TEXT NOT NULL,
quality VARCHAR(40) NOT NULL,
support VARCHAR(40),
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_ties PRIMARY KEY (id),
CONSTRAINT fk_ties_first_id_people FOREIGN KEY(first_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_ties_second_id_people FOREIGN KEY(second_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_ties_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_ties_case_id ON ties (case_id);
CREATE TABLE time_entries (
spent_on DATE NOT NULL,
activity VARCHAR(40) NOT NULL,
minutes INTEGER NOT NULL,
kilometres TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_time_entries PRIMARY KEY (id),
CONSTRAINT fk_time_entries_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_time_entries_case_id ON time_entries (case_id);
CREATE TABLE tombstones (
record TEXT NOT NULL,
row_id TEXT NOT NULL,
deleted_at TEXT NOT NULL,
CONSTRAINT pk_tombstones PRIMARY KEY (record, row_id)
);
CREATE TABLE venues (
name TEXT NOT NULL,
kind VARCHAR(40),
address TEXT,
contact TEXT,
phone TEXT,
near_room BOOLEAN,
second_room BOOLEAN,
evening_access BOOLEAN,
access_how TEXT,
step_free BOOLEAN,
kitchen BOOLEAN,
facilities TEXT,
seats INTEGER,
price TEXT,
lent_by TEXT,
id TEXT NOT NULL,
CONSTRAINT pk_venues PRIMARY KEY (id)
);
CREATE TABLE views (
person_id TEXT NOT NULL,
said_by_id TEXT NOT NULL,
"view" VARCHAR(40) NOT NULL,
words TEXT,
said_on DATE,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_views PRIMARY KEY (id),
CONSTRAINT fk_views_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_views_said_by_id_people FOREIGN KEY(said_by_id) REFERENCES people (id) ON DELETE CASCADE,
CONSTRAINT fk_views_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_views_case_id ON views (case_id);
CREATE TABLE wordings (
conference_id TEXT NOT NULL,
text TEXT NOT NULL,
made_with_child BOOLEAN,
style TEXT,
id TEXT NOT NULL,
case_id TEXT NOT NULL,
noted_on DATE,
CONSTRAINT pk_wordings PRIMARY KEY (id),
CONSTRAINT fk_wordings_conference_id_conferences FOREIGN KEY(conference_id) REFERENCES conferences (id) ON DELETE CASCADE,
CONSTRAINT fk_wordings_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_wordings_case_id ON wordings (case_id);
