#!/usr/bin/env python3
"""Build the knowledge files for China from the compiled tables of facts.

Usage
    china.py FACTS OUT            read the tables in FACTS, write the packs named in PACKS to OUT
    china.py --check OUT          read the packs back, check them, print the holders of every office of one seat in a row with
                                  gaps and overlaps, and how many held the others; ends with 1 if a central office of one seat
                                  has an unexplained gap since 2003
    china.py --organizations OUT  print the ids of the organizations that the offices name

Reads (tab-separated)
    FACTS/cn_central.tsv, cn_state_council.tsv, cn_provinces_1.tsv .. cn_provinces_4.tsv
        (office title person native from to acting confidence source note)
    FACTS/cn_central_people.tsv (person native born gender note): further spellings of names
    FACTS/../officials/wikidata_holders.jsonl.gz: to make sure that a Wikidata id is the person's own
    china-research.tsv, china-research-provinces.tsv beside this file (office person native from to acting source note): what was
        found since. Such a row replaces the row of the tables of the same office, person (by native name) and acting state that
        begins nearest to it, within 400 days, or else is added. "+" as the first source keeps the sources of the replaced row.
        person: names separated by "|"; {id} at its end sets the id of one who shares a name.
        Rows that begin with "vacancy": office, from, to, source, note (why the seat was empty). Rows that begin with "drop":
        office, native, from of a row of the tables that is not taken, note (why). Lines that begin with "#" are comments.

Rules
    Offices   every office cn/... and, of the provinces, the Party secretary and the governor (mayor, chairman) and the
              chief executives of Hong Kong and Macao (ids HK/..., MO/...). The table O below holds how they are printed,
              LIFE when they were set up and done away with.
    Tenures   those that end in 2003 or later, or are open.
    A         dates as given; a date that the note calls remembered is cut to its month.
    B         dates cut to the month. A day stays when the row has two outside sources and the address or the name of
              one of them bears the day, or when a row of confidence A or of research gives the same day for a change in
              the same office (the day the predecessor left).
    C         and all rows without an outside source: written without a source and with checked = false, to the month, or to
              the year where the note doubts the months; left out where the note doubts the tenure.
    Sources   "memory", "directory 2024" and references to the tables themselves are no sources. Wikidata ids become addresses.
    Persons   one record for a name in Chinese characters and in Latin letters together; IDS holds the ids of people
              who share a name. A Wikidata id is taken only when exactly one person of that name bears it in the rows,
              the name is the same in wikidata_holders and no second id competes.
    roster-since  single-seat offices: start of the last run of tenures without a hole up to the open one. Dates of a
              month or a year are read in favor of contact. A hole is let pass when a vacancy explains it; one of up to 40 days
              when a note says that the post was vacant, one of up to 14 days when both its ends are known to the day (the old
              governor resigns on one session of the legislature, the new one is appointed on the next). Offices done away
              with: the run up to the end. Bodies of several members: ROSTER, taken only when the members on the days named
              add up.
The output depends on the input alone; records are sorted by id.
"""
import calendar
import datetime
import gzip
import json
import os
import re
import sys
import tomllib

COVERS = "2003-01-01"  # from this day on the offices are to be without gaps
FIRST_YEAR = COVERS[:4]
RESEARCH = ["china-research.tsv", "china-research-provinces.tsv"]
TABLES = ["cn_central", "cn_state_council", "cn_provinces_1", "cn_provinces_2", "cn_provinces_3", "cn_provinces_4"]
ATTRIBUTION = "Wikidata (CC0); CIA World Factbook (public domain); dates from the news reports and pages named per tenure"

# The packs: file of the offices, file of the people (it may be the same one), name, the day to which their open tenures were
# seen to hold, the offices (a name that ends in / or - stands for all that begin so). An office is in the first pack that
# names it; a person is in the pack of the least lately seen of the offices still held, else in the first.
PACKS = [
    ("cn-offices", "cn-people", "leaders of Party and state, ministers", "2026-10-01", [
        "cn/general-secretary", "cn/president", "cn/vice-president", "cn/premier", "cn/vice-premier", "cn/state-councilor",
        "cn/state-council-secretary-general", "cn/party-cmc-", "cn/state-cmc-", "cn/cmc-member", "cn/joint-staff-chief", "cn/politburo",
        "cn/politburo-", "cn/ccdi-secretary", "cn/npc-chairman", "cn/cppcc-chairman", "cn/general-office-director",
        "cn/organization-department-head", "cn/publicity-department-head", "cn/united-front-head", "cn/political-legal-commission-secretary",
        "cn/policy-research-head", "cn/party-school-president", "cn/foreign-affairs-office-director",
        "cn/financial-commission-office-director", "cn/minister/", "cn/pboc-governor", "cn/aqsiq-head", "cn/circ-chairman",
        "cn/food-and-drug-head", "cn/press-and-publication-head", "cn/saic-head", "cn/tourism-head", "cn/work-safety-head"]),
    ("cn-congress", "cn-congress", "congress, consultative conference, courts, regulators", "2026-03-05", [
        "cn/npc-", "cn/cppcc-", "cn/secretariat", "cn/supreme-court-president", "cn/procurator-general", "cn/supervisory-commission-director",
        "cn/sport-head", "cn/sasac-director", "cn/csrc-chairman", "cn/customs-head", "cn/market-regulation-head", "cn/cbrc-cbirc-nfra-head"]),
    ("cn-agencies", "cn-agencies", "agencies, envoys, spokespeople, deputies", "2025-06-30", ["cn/"]),
    ("cn-provinces", "cn-provinces", "provinces, Hong Kong, Macao", "2025-10-15", [""]),
]

MUNICIPALITIES = {"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"}
REGIONS = {"CN-NM", "CN-GX", "CN-XZ", "CN-NX", "CN-XJ"}
PROVINCES = MUNICIPALITIES | REGIONS | {
    "CN-HE", "CN-SX", "CN-LN", "CN-JL", "CN-HL", "CN-JS", "CN-ZJ", "CN-AH", "CN-FJ", "CN-JX", "CN-SD", "CN-HA",
    "CN-HB", "CN-HN", "CN-GD", "CN-HI", "CN-SC", "CN-GZ", "CN-YN", "CN-SN", "CN-GS", "CN-QH"}


def party_titles(kind):
    return ["Party secretary", "Party chief", "Party boss", "Secretary of the CPC %s Committee" % kind,
            "Secretary of the %s Party Committee" % kind, "Secretary of the %s Committee of the CPC" % kind,
            "Secretary of the Communist Party of China %s Committee" % kind,
            "Secretary of the %s Committee of the Communist Party of China" % kind,
            "Chief of the CPC %s Committee" % kind]


# id -> titles
ROLES = {
    "foreign-minister": ["Foreign Minister", "Minister of Foreign Affairs", "Minister for Foreign Affairs"],
    "provincial-party-secretary": party_titles("Provincial"),
    "municipal-party-secretary": party_titles("Municipal"),
    "regional-party-secretary": party_titles("Regional") + [
        "Secretary of the CPC Autonomous Regional Committee", "Secretary of the Autonomous Regional Party Committee",
        "Secretary of the Autonomous Regional Committee of the CPC"],
    "provincial-governor": ["Governor", "Provincial Governor"],
    "municipal-mayor": ["Mayor"],
    "regional-chairman": ["Chairman", "Chairwoman", "Chairperson", "Regional Chairman", "Chairman of the Regional Government",
                          "Chairman of the Autonomous Regional Government",
                          "Chairman of the People's Government", "Governor"],
    "chief-executive": ["Chief Executive", "Leader"],
}

# Offices: id -> (title, also, organization or "", seats or 0, rank or 0, role or "")
O = {}


def office(oid, title, also=(), org="", seats=1, rank=0, role=""):
    O[oid] = (title, list(also), org, seats, rank, role)


def ministry(key, subject, org, also=(), forms=None):
    """A ministry: '<Subject> Minister' before a name, 'Minister of <Subject>' in full."""
    full = forms or ["Minister of " + subject]
    office("cn/minister/" + key, subject + " Minister", full + list(also), org)


office("cn/general-secretary", "General Secretary", ["Party General Secretary", "Secretary General", "Secretary-General"], "cn/cpc-central-committee", rank=1)
office("cn/president", "President", ["State President"], "", rank=1)
office("cn/vice-president", "Vice President", ["Vice-President", "State Vice President"], "")
office("cn/premier", "Premier", ["Prime Minister"], "cn/state-council", rank=2)
office("cn/vice-premier", "Vice Premier", ["Vice-Premier", "Executive Vice Premier", "Deputy Premier", "Vice Prime Minister", "Deputy Prime Minister"], "cn/state-council", 0)
office("cn/state-councilor", "State Councilor", ["State Councillor"], "", 0)
office("cn/state-council-secretary-general", "Secretary-General", ["Secretary General"], "cn/state-council")
office("cn/party-cmc-chairman", "Chairman", ["CMC Chairman", "Military Commission Chairman"], "cn/central-military-commission")
office("cn/party-cmc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "CMC Vice Chairman"], "cn/central-military-commission", 0)
office("cn/state-cmc-chairman", "Chairman", ["CMC Chairman", "Military Commission Chairman", "Chairman of the State Military Commission"], "cn/central-military-commission")
office("cn/state-cmc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "CMC Vice Chairman"], "cn/central-military-commission", 0)
office("cn/cmc-member", "Member", [], "cn/central-military-commission", 0)
office("cn/politburo-standing-committee", "Member", [], "cn/cpc-political-bureau-standing-committee", 0)
office("cn/politburo", "Member", [], "cn/cpc-political-bureau", 0)
office("cn/secretariat", "Member", ["Secretary"], "cn/cpc-secretariat", 0)
office("cn/ccdi-secretary", "Secretary", ["Head", "Chief", "Discipline chief"], "cn/ccdi")
office("cn/ccdi-deputy-secretary", "Deputy Secretary", ["Deputy Head", "Deputy Chief"], "cn/ccdi", 0)
office("cn/npc-chairman", "Chairman", ["Chairperson", "Chairman of the National People's Congress", "Chairman of the NPC", "NPC Chairman", "Top legislator"], "cn/npc-standing-committee", rank=3)
office("cn/npc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "Vice Chairperson", "Vice Chairwoman", "Vice-Chairperson", "Vice-Chairwoman", "Vice Chairman of the National People's Congress", "Vice Chairman of the NPC", "NPC Vice Chairman"], "cn/npc-standing-committee", 0)
office("cn/npc-secretary-general", "Secretary-General", ["Secretary General", "Secretary-General of the National People's Congress", "Secretary-General of the NPC"], "cn/npc-standing-committee")
office("cn/cppcc-chairman", "Chairman", ["Chairperson", "Chairman of the Chinese People's Political Consultative Conference", "Chairman of the CPPCC", "CPPCC Chairman", "Top political advisor", "Top political adviser"], "cn/cppcc-national-committee", rank=4)
office("cn/cppcc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "Vice Chairperson", "Vice Chairwoman", "Vice-Chairperson", "Vice-Chairwoman", "Vice Chairman of the Chinese People's Political Consultative Conference", "Vice Chairman of the CPPCC", "CPPCC Vice Chairman"], "cn/cppcc-national-committee", 0)
office("cn/cppcc-secretary-general", "Secretary-General", ["Secretary General", "Secretary-General of the Chinese People's Political Consultative Conference", "Secretary-General of the CPPCC"], "cn/cppcc-national-committee")
office("cn/supreme-court-president", "President", ["Chief Justice", "Head"], "cn/supreme-peoples-court")
office("cn/procurator-general", "Procurator-General", ["Procurator General", "Prosecutor General", "Prosecutor-General", "Top prosecutor"], "cn/supreme-peoples-procuratorate")
office("cn/supervisory-commission-director", "Director", ["Head", "Chairman"], "cn/national-supervisory-commission")
office("cn/general-office-director", "Director", ["Head", "Chief"], "cn/cpc-general-office")
office("cn/organization-department-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-organization-department")
office("cn/publicity-department-head", "Head", ["Director", "Minister", "Chief", "Propaganda chief"], "cn/cpc-publicity-department")
office("cn/united-front-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-united-front-work-department")
office("cn/international-department-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-international-department")
office("cn/political-legal-commission-secretary", "Secretary", ["Head", "Chief"], "cn/cpc-political-legal-commission")
office("cn/policy-research-head", "Director", ["Head"], "cn/cpc-policy-research-office")
office("cn/party-school-president", "President", ["Principal", "Headmaster"], "cn/cpc-central-party-school")
office("cn/foreign-affairs-office-director", "Director", ["Head"], "cn/central-foreign-affairs-office")
office("cn/society-work-department-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-society-work-department")
office("cn/reform-commission-office-director", "Director", ["Head"], "cn/reform-commission-office")
office("cn/reform-commission-office-deputy-director", "Deputy Director", ["Executive Deputy Director", "Deputy Head", "Executive Deputy Head"], "cn/reform-commission-office", 0)
office("cn/financial-commission-office-director", "Director", ["Head"], "cn/central-financial-commission-office")
office("cn/financial-commission-office-deputy-director", "Deputy Director", ["Executive Deputy Director", "Deputy Head"], "cn/central-financial-commission-office", 0)
office("cn/cyberspace-administration-director", "Director", ["Head", "Minister", "Chief"], "cn/cyberspace-administration")
office("cn/taiwan-work-office-head", "Head", ["Director"], "cn/cpc-taiwan-work-office")
office("cn/taiwan-affairs-office-head", "Director", ["Head", "Minister"], "cn/taiwan-affairs-office")
office("cn/hk-macao-office-head", "Director", ["Head"], "cn/hong-kong-and-macao-affairs-office")
office("cn/state-council-information-office-head", "Director", ["Head", "Minister"], "cn/state-council-information-office")
office("cn/joint-staff-chief", "Chief of Staff", ["Chief of the General Staff", "Chief of General Staff", "Chief of the Joint Staff Department", "Chief", "Head"], "cn/cmc-joint-staff-department")

office("cn/minister/foreign", "Foreign Minister", ["Minister of Foreign Affairs", "Minister for Foreign Affairs"], "cn/foreign-ministry", role="foreign-minister")
office("cn/vice-minister/foreign", "Vice Foreign Minister", ["Vice-Foreign Minister", "Deputy Foreign Minister", "Executive Vice Foreign Minister", "Vice Minister of Foreign Affairs", "Vice Minister", "Deputy Minister"], "cn/foreign-ministry", 0)
office("cn/foreign-ministry-spokesperson", "Spokesperson", ["Spokesman", "Spokeswoman", "Foreign Ministry Spokesman", "Foreign Ministry Spokeswoman", "Foreign Ministry Spokesperson"], "cn/foreign-ministry", 0)
office("cn/minister/defense", "Defense Minister", ["Defence Minister", "Minister of National Defense", "Minister of Defense", "National Defense Minister", "Minister of National Defence", "Minister of Defence"], "cn/ministry-of-national-defense")
office("cn/defense-ministry-spokesperson", "Spokesperson", ["Spokesman", "Spokeswoman", "Defense Ministry Spokesman", "Defense Ministry Spokesperson", "Defence Ministry Spokesman", "Defence Ministry Spokesperson"], "cn/ministry-of-national-defense", 0)
office("cn/minister/ndrc", "Chairman", ["Director", "Head", "Minister in charge", "Chief", "Minister", "Chairperson"], "cn/ndrc")
office("cn/vice-minister/ndrc", "Deputy Director", ["Vice Chairman", "Deputy Head", "Vice Minister", "Vice-Chairman", "Vice Director", "Vice Minister in charge", "Deputy Chief"], "cn/ndrc", 0)
ministry("agriculture", "Agriculture", "cn/ministry-of-agriculture-and-rural-affairs", ["Agriculture and Rural Affairs Minister", "Minister of Agriculture and Rural Affairs"])
office("cn/minister/auditor-general", "Auditor General", ["Auditor-General", "Head", "Director"], "cn/national-audit-office")
ministry("civil-affairs", "Civil Affairs", "cn/ministry-of-civil-affairs")
ministry("commerce", "Commerce", "cn/ministry-of-commerce", ["Trade Minister"])
office("cn/minister/costind", "Director", ["Minister", "Minister in charge", "Head", "Chairman"], "cn/costind")
ministry("culture", "Culture", "cn/ministry-of-culture", ["Cultural Minister"])
ministry("culture-and-tourism", "Culture and Tourism", "cn/ministry-of-culture-and-tourism", ["Culture Minister", "Tourism Minister"])
office("cn/minister/ecology", "Ecology and Environment Minister", ["Minister of Ecology and Environment", "Environment Minister", "Minister of Environment"], "cn/ministry-of-ecology-and-environment")
office("cn/minister/economic-and-trade", "Chairman", ["Minister in charge", "Minister", "Director", "Head"], "cn/state-economic-and-trade-commission")
office("cn/minister/foreign-trade", "Foreign Trade Minister", ["Minister of Foreign Trade and Economic Cooperation", "Trade Minister", "Minister of Foreign Trade"], "cn/ministry-of-foreign-trade-and-economic-cooperation")
office("cn/minister/state-development-planning", "Chairman", ["Minister in charge", "Minister", "Director", "Head"], "cn/state-development-planning-commission")
ministry("education", "Education", "cn/ministry-of-education")
ministry("emergency", "Emergency Management", "cn/ministry-of-emergency-management", ["Emergency Minister"])
office("cn/minister/environment", "Environmental Protection Minister", ["Minister of Environmental Protection", "Environment Minister", "Minister", "Director", "Head", "Director of the State Environmental Protection Administration", "Minister of the State Environmental Protection Administration", "SEPA Director"], "cn/ministry-of-environmental-protection")
office("cn/minister/ethnic-affairs", "Minister in charge", ["Director", "Head", "Minister", "Chairman"], "cn/national-ethnic-affairs-commission")
office("cn/minister/family-planning", "Minister in charge", ["Minister", "Director", "Head"], "cn/national-population-and-family-planning-commission")
ministry("finance", "Finance", "cn/ministry-of-finance")
office("cn/minister/health", "Health Minister", ["Minister of Health", "Minister in charge", "Minister", "Director", "Head"], "cn/national-health-commission")
office("cn/minister/housing", "Housing and Urban-Rural Development Minister", ["Minister of Housing and Urban-Rural Development", "Housing Minister", "Minister of Construction", "Construction Minister"], "cn/ministry-of-housing-and-urban-rural-development")
office("cn/minister/human-resources", "Human Resources and Social Security Minister", ["Minister of Human Resources and Social Security", "Human Resources Minister", "Labor Minister", "Labour Minister"], "cn/ministry-of-human-resources-and-social-security")
office("cn/minister/industry-and-it", "Industry and Information Technology Minister", ["Minister of Industry and Information Technology", "Industry Minister"], "cn/miit")
office("cn/minister/information-industry", "Information Industry Minister", ["Minister of Information Industry"], "cn/ministry-of-information-industry")
ministry("justice", "Justice", "cn/ministry-of-justice")
office("cn/minister/labor-and-social-security", "Labor and Social Security Minister", ["Minister of Labor and Social Security", "Labor Minister", "Minister of Labour and Social Security", "Labour Minister"], "cn/ministry-of-labor-and-social-security")
office("cn/minister/land-and-resources", "Land and Resources Minister", ["Minister of Land and Resources", "Land Minister"], "cn/ministry-of-land-and-resources")
office("cn/minister/natural-resources", "Natural Resources Minister", ["Minister of Natural Resources"], "cn/ministry-of-natural-resources")
office("cn/minister/personnel", "Personnel Minister", ["Minister of Personnel"], "cn/ministry-of-personnel")
office("cn/minister/public-security", "Public Security Minister", ["Minister of Public Security", "Police Minister"], "cn/ministry-of-public-security")
office("cn/minister/railways", "Railways Minister", ["Minister of Railways", "Railway Minister"], "cn/ministry-of-railways")
office("cn/minister/science", "Science and Technology Minister", ["Minister of Science and Technology", "Science Minister"], "cn/ministry-of-science-and-technology")
office("cn/minister/state-security", "State Security Minister", ["Minister of State Security"], "cn/ministry-of-state-security")
office("cn/minister/supervision", "Supervision Minister", ["Minister of Supervision"], "cn/ministry-of-supervision")
office("cn/minister/transport", "Transport Minister", ["Minister of Transport", "Minister of Communications", "Communications Minister", "Minister of Transportation", "Transportation Minister"], "cn/ministry-of-transport")
office("cn/minister/veterans", "Veterans Affairs Minister", ["Minister of Veterans Affairs", "Minister of Veteran Affairs"], "cn/ministry-of-veterans-affairs")
office("cn/minister/water", "Water Resources Minister", ["Minister of Water Resources"], "cn/ministry-of-water-resources")

office("cn/pboc-governor", "Governor", ["Central bank governor", "Central bank chief", "Chief", "Head"], "cn/pboc")
office("cn/cbrc-cbirc-nfra-head", "Head", ["Chairman", "Director", "Minister", "Chief", "Chairwoman", "Chairman of the China Banking Regulatory Commission", "CBRC Chairman", "Chairman of the China Banking and Insurance Regulatory Commission", "CBIRC Chairman", "Banking regulator chief"], "cn/national-financial-regulatory-administration")
office("cn/circ-chairman", "Chairman", ["Head", "Chief"], "cn/circ")
office("cn/csrc-chairman", "Chairman", ["Head", "Chief"], "cn/csrc")
office("cn/cnsa-head", "Head", ["Administrator", "Director", "Chief"], "cn/cnsa")
office("cn/customs-head", "Head", ["Minister", "Director", "Chief"], "cn/general-administration-of-customs")
office("cn/market-regulation-head", "Head", ["Director", "Minister", "Chief"], "cn/state-administration-for-market-regulation")
office("cn/nbs-head", "Head", ["Director", "Commissioner", "Chief"], "cn/national-bureau-of-statistics")
office("cn/nea-head", "Head", ["Director", "Administrator", "Chief"], "cn/national-energy-administration")
office("cn/nrta-head", "Head", ["Director", "Minister", "Chief"], "cn/national-radio-and-television-administration")
office("cn/sasac-director", "Director", ["Chairman", "Head", "Minister", "Minister in charge", "Chief"], "cn/sasac")
office("cn/sport-head", "Director", ["Head", "Minister", "Chief"], "cn/general-administration-of-sport")
office("cn/tax-head", "Head", ["Director", "Commissioner", "Chief"], "cn/state-taxation-administration")
office("cn/aqsiq-head", "Head", ["Director", "Minister", "Chief"], "cn/aqsiq")
office("cn/civil-aviation-head", "Administrator", ["Head", "Director", "Minister", "Chief"], "cn/civil-aviation-administration")
office("cn/food-and-drug-head", "Head", ["Director", "Commissioner", "Minister", "Chief"], "cn/state-food-and-drug-administration")
office("cn/forestry-head", "Head", ["Director", "Minister", "Administrator", "Chief"], "cn/national-forestry-and-grassland-administration")
office("cn/press-and-publication-head", "Head", ["Director", "Minister", "Chief"], "cn/general-administration-of-press-and-publication")
office("cn/safe-head", "Head", ["Director", "Administrator", "Chief"], "cn/state-administration-of-foreign-exchange")
office("cn/saic-head", "Head", ["Director", "Minister", "Chief"], "cn/saic")
office("cn/tourism-head", "Chairman", ["Head", "Director", "Minister", "Chief"], "cn/national-tourism-administration")
office("cn/work-safety-head", "Head", ["Director", "Minister", "Chief"], "cn/state-administration-of-work-safety")
for code, names in {"GB": ["the United Kingdom", "Britain", "the UK", "the U.K.", "Great Britain"], "JP": ["Japan"], "RU": ["Russia", "the Russian Federation"],
                    "US": ["the United States", "the U.S.", "the US", "the United States of America", "Washington"]}.items():
    office("cn/ambassador/" + code, "Ambassador to " + names[0], ["Ambassador to " + n for n in names[1:]] + ["Ambassador Extraordinary and Plenipotentiary to " + names[0]])
office("cn/ambassador/UN", "Permanent Representative to the United Nations", ["Permanent Representative to the UN", "Permanent Representative to the U.N.", "Ambassador to the United Nations", "Ambassador to the UN", "Ambassador to the U.N.", "UN Ambassador", "U.N. Ambassador", "UN envoy", "U.N. envoy"])

# Offices that were set up or done away with after 1 January 2003: id -> (first day or "", last day or "")
LIFE = {
    "cn/minister/environment": ("", "2018-03-19"), "cn/minister/costind": ("", "2008-03-17"), "cn/minister/culture": ("", "2018-03-19"),
    "cn/minister/family-planning": ("", "2013-03-16"), "cn/minister/information-industry": ("", "2008-03-17"),
    "cn/minister/labor-and-social-security": ("", "2008-03-17"), "cn/minister/land-and-resources": ("", "2018-03-19"),
    "cn/minister/personnel": ("", "2008-03-17"), "cn/minister/railways": ("", "2013-03-16"), "cn/minister/supervision": ("", "2018-03-19"),
    "cn/circ-chairman": ("", "2018-03-21"),
    "cn/minister/state-development-planning": ("", "2003-03-17"), "cn/minister/economic-and-trade": ("", "2003-03-17"),
    "cn/minister/foreign-trade": ("", "2003-03-17"),
    "cn/minister/ndrc": ("2003-03-17", ""), "cn/minister/commerce": ("2003-03-17", ""), "cn/sasac-director": ("2003-03", ""),
    "cn/cbrc-cbirc-nfra-head": ("2003-03", ""), "cn/minister/industry-and-it": ("2008-03-17", ""),
    "cn/minister/human-resources": ("2008-03-17", ""), "cn/nea-head": ("2008-08", ""),
    "cn/minister/culture-and-tourism": ("2018-03-19", ""), "cn/minister/ecology": ("2018-03-19", ""),
    "cn/minister/emergency": ("2018-03-19", ""), "cn/minister/natural-resources": ("2018-03-19", ""),
    "cn/minister/veterans": ("2018-03-19", ""), "cn/supervisory-commission-director": ("2018-03-18", ""),
    "cn/market-regulation-head": ("2018-03-21", ""), "cn/cyberspace-administration-director": ("2011-05", ""),
    "cn/saic-head": ("", "2018-03-21"), "cn/aqsiq-head": ("", "2018-03-21"), "cn/food-and-drug-head": ("2003-04", "2018-03-21"),
    "cn/press-and-publication-head": ("", "2013-03"), "cn/tourism-head": ("", "2018-03-19"), "cn/work-safety-head": ("", "2018-03-21"),
    "cn/reform-commission-office-deputy-director": ("2014-01", ""),
    "cn/financial-commission-office-director": ("2023", ""), "cn/financial-commission-office-deputy-director": ("2023", ""),
    "cn/society-work-department-head": ("2023", ""),
}
# bodies of several members: the day from which the list is whole, and the numbers that show it (day -> members)
ROSTER = {
    "cn/politburo-standing-committee": ("2002-11-15", {"2002-11-20": 9, "2007-06-30": 8, "2007-10-30": 9, "2012-11-20": 7, "2017-10-30": 7, "2022-10-30": 7}),
    "cn/politburo": ("2002-11-15", {"2002-11-20": 24, "2007-10-30": 25, "2012-11-20": 25, "2017-10-30": 25, "2022-10-30": 24, "2026-10-01": 21}),
    "cn/secretariat": ("2002-11-15", {"2002-11-20": 7, "2007-10-30": 6, "2012-11-20": 7, "2017-10-30": 7, "2022-10-30": 7}),
    "cn/cmc-member": ("2002-11-15", {"2002-12-20": 4, "2004-10-20": 7, "2008-10-30": 8, "2012-11-20": 8, "2017-10-30": 4, "2022-10-30": 4, "2026-10-01": 0}),
    "cn/party-cmc-vice-chairman": ("2002-11-15", {"2002-12-20": 3, "2004-10-20": 3, "2008-10-30": 2, "2010-11-30": 3, "2012-11-20": 2, "2017-10-30": 2, "2022-10-30": 2, "2026-10-01": 1}),
    "cn/state-cmc-vice-chairman": ("2003-01-01", {"2003-01-20": 3, "2003-06-30": 3, "2005-06-30": 3, "2008-06-30": 2, "2011-06-30": 3, "2013-06-30": 2, "2018-06-30": 2, "2023-06-30": 2, "2026-10-01": 1}),
    "cn/vice-premier": ("2003-01-01", {"2003-01-20": 4, "2003-03-20": 4, "2008-03-20": 4, "2013-03-20": 4, "2018-03-20": 4, "2023-03-20": 4}),
    "cn/state-councilor": ("2003-01-01", {"2003-01-20": 5, "2003-03-20": 5, "2008-03-20": 5, "2013-03-20": 5, "2018-03-20": 5, "2023-03-20": 5, "2024-01-01": 3}),
    "cn/npc-vice-chairman": ("2003-01-01", {"2003-01-20": 17, "2003-06-30": 15, "2008-06-30": 13, "2013-06-30": 13, "2018-06-30": 14, "2023-06-30": 14}),
    "cn/cppcc-vice-chairman": ("2003-03-13", {"2003-06-30": 24, "2008-06-30": 25, "2013-06-30": 23, "2018-06-30": 24, "2023-06-30": 23}),
}

# people who share a name in Latin letters, or the whole name: (native, start of an office id or "") -> id
IDS = {
    ("刘淇", ""): "liu-qi-beijing", ("刘奇", ""): "liu-qi-jiangxi",
    ("刘晓明", ""): "liu-xiaoming-diplomat", ("刘小明", ""): "liu-xiaoming-hainan",
    ("陆浩", ""): "lu-hao-gansu", ("陆昊", ""): "lu-hao-1967",
    ("王军", ""): "wang-jun-taxation", ("王君", ""): "wang-jun-shanxi",
    ("张军", "cn/ambassador"): "zhang-jun-diplomat", ("张军", "cn/"): "zhang-jun-jurist",
}
NATIVE = {"何厚鏵": "何厚铧", "董建華": "董建华", "賀一誠": "贺一诚", "崔世安": "崔世安"}
# the name most printed, where the tables begin with another
PREFERRED = {"何厚铧": "Edmund Ho"}
# given name first although the name is Chinese in the tables
GIVEN_FIRST = {"Che Dalha", "Carrie Lam", "Henry Fok", "Edmund Ho", "Donald Tsang", "Fernando Chui", "John Lee"}

EXTRA_SPLIT = {"cn/reform-commission-office": "cn/reform-commission-office-", "cn/financial-commission-office": "cn/financial-commission-office-"}


def read_tsv(path):
    with open(path, encoding="utf-8") as f:
        lines = [l.rstrip("\n") for l in f]
    columns = lines[0].split("\t")
    for l in lines[1:]:
        if l.strip() and not l.startswith("#"):
            cells = l.split("\t")
            cells += [""] * (len(columns) - len(cells))
            yield dict(zip(columns, (c.strip() for c in cells)))


def office_id(row):
    o = row["office"]
    if o in EXTRA_SPLIT:
        return EXTRA_SPLIT[o] + ("director" if row["title"].startswith("Director") else "deputy-director")
    if o in ("CN-HK/chief-executive", "CN-MO/chief-executive"):
        return o[3:]
    return o


def wanted(o):
    if o.startswith("cn/"):
        return True
    p, _, rest = o.partition("/")
    return (p in PROVINCES and rest in ("party-secretary", "governor")) or (p in ("HK", "MO") and rest == "chief-executive")


def sources(text):
    out = []
    text = re.sub(r"\([^()]*\)", lambda m: m.group(0).replace(";", ",,"), text)
    for s in text.split(";"):
        s = s.replace(",,", ";").strip()
        if not s or "directory 2024" in s or re.match(r"(memory|cn_provinces_\d|cn_central|news texts? at hand)\b", s):
            continue
        if s.startswith("wikidata"):
            ids = re.findall(r"Q\d+", s)
            out += ["https://www.wikidata.org/wiki/" + q for q in ids] or ["Wikidata"]
            continue
        m = re.fullmatch(r"enwiki infobox (\d{4}-\d\d) of (.*?)( \(.*)?", s)
        if m:
            s = "English Wikipedia, %s (infobox, %s)%s" % (m.group(2), m.group(1), m.group(3) or "")
        m = re.fullmatch(r"enwiki infobox (\d+)(.*)", s)
        if m:
            s = "English Wikipedia, page %s (infobox)%s" % (m.group(1), m.group(2))
        m = re.fullmatch(r"(?:factbook_heads_history|factbook history|CIA Factbook history)(.*)", s)
        if m:
            s = "CIA World Factbook"
        m = re.fullmatch(r"(?:news )?te3_xinhua ?(.*)", s)
        if m:
            s = ("Xinhua " + m.group(1)).strip()
        s = re.sub(r"\bgithub ([\w.-]+/[\w.-]+)", r"https://github.com/\1", s)
        s = re.sub(r"[,;]? ?\(?(start from )?\bmemory\b\)?", "", s).strip()
        # what names neither an address nor a publication cannot be looked up by anyone
        s = re.sub(r" ?\(\)", "", re.sub(r",? ?\bfind_string\b", "", s)).strip()
        s = re.sub(r" ?\(as cited in [^)]*\)", "", s)
        if re.match(r"(news file|document \d+|github file text|github daily-digest script|Lujiazui Forum reports)\b", s):
            continue
        s = re.sub(r"^ipfs Huang_Xingguo( page)?$", "Wikipedia, Huang Xingguo (copy at ipfs.io)", s)
        s = re.sub(r"^x13-caesar/FMPRC_NLP cpcnews (\d+)", r"cpcnews \1 (https://github.com/x13-caesar/FMPRC_NLP)", s)
        s = s.replace(", stored without address", "")
        out.append(s)
    seen, res = set(), []
    for s in out:
        if s not in seen:
            seen.add(s)
            res.append(s)
    return res


def bears_day(srcs, day):
    y, m, d = day.split("-")
    pat = re.compile(r"(?<!\d)%s\D?%s\D{0,2}%s(?!\d)" % (y, m, d))
    return any(pat.search(s) for s in srcs)


def remembered(note, end):
    """Does the note say that this end of the tenure is remembered?"""
    note = note.lower()
    if end == "from":
        return re.search(r"(first day|start day|starting day|the start day|days) (is |are |taken )?from memory|added by [^;]*\((this )?day from memory|\(these days from memory\)", note)
    return re.search(r"(last day|end day|removal day|days) (is |are )?from memory|day of death from memory|(died|died in office) \(day from memory|\(these days from memory\)", note)


def lo(d):
    return datetime.date.fromisoformat({4: d + "-01-01", 7: d + "-01", 10: d}[len(d)])


def hi(d):
    if len(d) == 10:
        return datetime.date.fromisoformat(d)
    y = int(d[:4])
    m = int(d[5:7]) if len(d) == 7 else 12
    return datetime.date(y, m, calendar.monthrange(y, m)[1])


def slug(name):
    s = name.lower().replace("ü", "u").replace("ö", "o").replace("é", "e")
    return re.sub(r"[^a-z0-9]+", "-", s.replace("'", "").replace("’", "")).strip("-")


def read_research():
    """The rows found since the tables were compiled; vacancies by office; rows of the tables that are not taken."""
    rows, vacancies, dropped = [], {}, set()
    for name in RESEARCH:
        for r in read_tsv(os.path.join(os.path.dirname(os.path.abspath(__file__)), name)):
            if r["office"] == "vacancy":
                if not (r["from"] and r["to"] and r["note"]):
                    sys.exit("a vacancy needs from, to and note: %s %s" % (r["person"], r["from"]))
                vacancies.setdefault(r["person"], []).append(dict(since=r["from"], to=r["to"], why=r["note"], src=sources(r["source"])))
            elif r["office"] == "drop":
                dropped.add((r["person"], r["native"], r["from"]))
            else:
                m = re.fullmatch(r"(.*)\{([a-z0-9-]+)\}", r["person"])
                if m:
                    r["person"] = m.group(1).strip()
                    IDS[(r["native"], "")] = m.group(2)
                r["src"] = r["source"]
                rows.append(r)
    for v in vacancies.values():
        v.sort(key=lambda x: lo(x["since"]))
    return rows, vacancies, dropped


def apart(a, b):
    """Days between two dates; none where they may be the same day."""
    return max((lo(a) - hi(b)).days, (lo(b) - hi(a)).days, 0)


def cut(d, n):
    return d[:n] if len(d) > n else d


def unproven(r):
    """The tenure of a row without an outside source, to the precision that can be trusted; None where the note doubts it."""
    if re.search(r"doubtful|may have left", r["note"]):
        return None
    n = 4 if re.search(r"months? unsure|months unsure|years (only|from memory)", r["note"]) else 7
    return dict(office=r["office"], native=r["native"], person=r["person"], since=cut(r["from"], n), to=cut(r["to"], n),
                acting=bool(r["acting"]), src=[], note=r["note"])


def build(facts):
    research, vacancies, dropped = read_research()
    by_key = {}
    for s in research:
        by_key.setdefault((s["office"], s["native"], bool(s["acting"])), []).append(s)
    rows = []
    for t in TABLES:
        for r in read_tsv(os.path.join(facts, t + ".tsv")):
            r["office"] = office_id(r)
            r["native"] = NATIVE.get(r["native"], r["native"])
            if not wanted(r["office"]) or (r["office"], r["native"], r["from"]) in dropped:
                continue
            if r["title"].startswith(("Alternate", "Charge")) or r["to"] and r["to"][:4] < FIRST_YEAR:
                continue
            rows.append(r)
    names = {}
    for r in rows + list(read_tsv(os.path.join(facts, "cn_central_people.tsv"))):
        for n in r["person"].split("|"):
            names.setdefault(r["native"], []).append(n.strip())

    tenures, kept, old = [], [], {}
    for r in rows:
        near = [s for s in by_key.get((r["office"], r["native"], bool(r["acting"])), []) if apart(r["from"], s["from"]) <= 400]
        if near:
            s = min(near, key=lambda s: (apart(r["from"], s["from"]), s["from"]))
            old.setdefault(id(s), []).extend(sources(r["source"]))
            continue
        r["src"] = sources(r["source"]) if r["confidence"] in ("A", "B") else []
        if r["src"]:
            kept.append(r)
        else:
            t = unproven(r)
            if t:
                tenures.append(t)
    for s in research:
        src = sources(s["source"].removeprefix("+"))
        if s["source"].startswith("+"):
            if id(s) not in old:
                sys.exit("nothing to add to: %s %s %s" % (s["office"], s["native"], s["from"]))
            src = old[id(s)] + src
        s["src"] = [x for n, x in enumerate(src) if x not in src[:n]]
    anchors = {}
    for s in research:
        for d in (s["from"], s["to"]):
            if len(d) == 10 and s["src"]:
                anchors.setdefault(s["office"], set()).add(d)
    doubtful = []
    for r in kept:
        if r["confidence"] == "A":
            for end in ("from", "to"):
                if remembered(r["note"], end) and len(r[end]) == 10 and not bears_day(r["src"], r[end]):
                    doubtful.append((r, end))
                elif len(r[end]) == 10:
                    anchors.setdefault(r["office"], set()).add(r[end])
    for r, end in doubtful:
        if r[end] not in anchors.get(r["office"], ()):
            r[end] = r[end][:7]
    for r in kept:
        if r["confidence"] == "B":
            for end in ("from", "to"):
                d = r[end]
                if len(d) == 10 and d not in anchors.get(r["office"], ()) and not (len(r["src"]) > 1 and bears_day(r["src"], d)):
                    r[end] = d[:7]
        tenures.append(dict(office=r["office"], native=r["native"], person=r["person"], since=r["from"], to=r["to"],
                            acting=bool(r["acting"]), src=r["src"], note=r["note"]))
    for s in research:
        if s["to"] and s["to"][:4] < FIRST_YEAR:
            continue
        t = dict(office=s["office"], native=s["native"], person=s["person"], since=s["from"], to=s["to"],
                 acting=bool(s["acting"]), src=s["src"], note="")
        tenures.append(t if t["src"] else unproven(s) or sys.exit("doubted: %s %s" % (s["office"], s["person"])))
        names.setdefault(s["native"], []).extend(n.strip() for n in s["person"].split("|"))
    for oid, v in vacancies.items():
        if not any(t["office"] == oid for t in tenures):
            sys.exit("vacancy of an office without holders: " + oid)

    return persons_of(facts, tenures, names), tenures, vacancies


def persons_of(facts, tenures, names):
    holders = {}
    path = os.path.join(facts, "..", "officials", "wikidata_holders.jsonl.gz")
    if os.path.exists(path):
        with gzip.open(path, "rt", encoding="utf-8") as f:
            for l in f:
                if l.strip():
                    h = json.loads(l)
                    holders.setdefault(h["qid"], set()).update(
                        x.casefold() for x in (h["person"], re.sub(r" \(.*", "", h.get("enwiki") or "")) if x)
    persons = {}
    for t in tenures:
        key = None
        for (n, prefix), i in IDS.items():
            if n == t["native"] and t["office"].startswith(prefix):
                key = i
                break
        if key is None:
            key = slug(PREFERRED.get(t["native"], names[t["native"]][0]))
        p = persons.setdefault(key, dict(id=key, native=t["native"], tenures=[], qids=set()))
        if p["native"] != t["native"]:
            sys.exit("two people, one id: %s %s %s" % (key, p["native"], t["native"]))
        p["tenures"].append(t)
    for p in persons.values():
        all_names = []
        for n in names[p["native"]]:
            if n not in all_names:
                all_names.append(n)
        p["name"] = PREFERRED.get(p["native"], all_names[0])
        p["aliases"] = sorted(n for n in all_names if n != p["name"])
        own = {n.casefold() for n in all_names}
        for t in p["tenures"]:
            for s in t["src"]:
                m = re.fullmatch(r"https://www\.wikidata\.org/wiki/(Q\d+)", s)
                if m and holders.get(m.group(1), set()) & own:
                    p["qids"].add(m.group(1))
        p["tenures"].sort(key=lambda t: (lo(t["since"]), hi(t["to"]) if t["to"] else datetime.date.max, t["office"]))
    shared = {}
    for p in persons.values():
        for q in p["qids"]:
            shared.setdefault(q, []).append(p["id"])
    for p in persons.values():
        q = sorted(p["qids"])
        p["wikidata"] = q[0] if len(q) == 1 and len(shared[q[0]]) == 1 else ""
        han = all("一" <= c <= "鿿" for c in p["native"])
        han = han and len(p["native"]) <= 3 or p["native"] in ("欧阳坚", "欧阳淞", "司马义")
        p["order"] = "given-first" if p["name"] in GIVEN_FIRST or not (han and " " in p["name"]) else "family-first"
    return persons


def vacant(note):
    return "vacant" in note and "vacant or " not in note and "nobody documented" not in note


def explained(vacancies, after, before):
    """Is the time between two days taken up by a vacancy? Dates of a month or a year are read in favor of contact."""
    return any(lo(v["since"]) <= after + datetime.timedelta(1) and hi(v["to"]) >= before - datetime.timedelta(1) for v in vacancies)


def roster_since(oid, ts, vacancies):
    """Start of the last run without an unexplained hole up to an open tenure, a vacancy that lasts, or the end of an abolished office."""
    ts = sorted(ts, key=lambda t: (lo(t["since"]), hi(t["to"]) if t["to"] else datetime.date.max))
    if not ts:
        return ""
    end = lambda t: hi(t["to"]) if t["to"] else datetime.date.max
    last = max(ts, key=end)
    if last["to"]:
        closed = LIFE.get(oid, ("", ""))[1]
        if not (closed and (hi(last["to"]) >= lo(closed) or explained(vacancies, hi(last["to"]), lo(closed)))):
            if not any(lo(v["since"]) <= hi(last["to"]) + datetime.timedelta(1) and hi(v["to"]).isoformat() >= pack_of(oid)[3] for v in vacancies):
                return ""
    start, reach = ts[0]["since"], ts[0]
    far = end(ts[0])
    for t in ts[1:]:
        gap = (lo(t["since"]) - far).days if far != datetime.date.max else 0
        days = len(reach["to"]) == 10 and len(t["since"]) == 10
        if (gap > 1 and not (gap <= 41 and (vacant(reach["note"]) or vacant(t["note"]))) and not (gap <= 14 and days)
                and not explained(vacancies, far, lo(t["since"]))):
            start = t["since"]
        if end(t) >= far:
            far, reach = end(t), t
    return hi(start).isoformat() if len(start) < 10 else start


def q(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


def arr(a):
    return "[" + ", ".join(q(x) for x in a) + "]"


def date(d):
    return d if len(d) == 10 else q(d)


def jurisdiction(oid):
    p = oid.split("/")[0]
    return "CN" if p == "cn" else p


def office_record(oid):
    if oid in O:
        return O[oid]
    p, rest = oid.split("/")
    kind = "municipal" if p in MUNICIPALITIES else "regional" if p in REGIONS else "provincial"
    if rest == "party-secretary":
        return ("Party secretary", [], "", 1, 0, kind + "-party-secretary")
    if rest == "chief-executive":
        return ("Chief Executive", [], "", 1, 0, "chief-executive")
    title, role = {"municipal": ("Mayor", "municipal-mayor"), "regional": ("Chairman", "regional-chairman"),
                   "provincial": ("Governor", "provincial-governor")}[kind]
    return (title, [], "", 1, 0, role)


def pack_of(oid):
    return next(p for p in PACKS if any(oid == x or x[-1:] in ("/", "-", "") and oid.startswith(x) for x in p[4]))


def pack_of_person(person):
    held = [pack_of(t["office"]) for t in person["tenures"] if not t["to"]]
    return min(held, key=lambda p: p[3]) if held else PACKS[0] if any(
        t["office"].startswith("cn/") for t in person["tenures"]) else PACKS[-1]


def person_lines(p):
    L = ["", "[[person]]", "id = " + q(p["id"]), "name = " + q(p["name"]), "native = " + q(p["native"]), "name-order = " + q(p["order"])]
    if p["aliases"]:
        L.append("aliases = " + arr(p["aliases"]))
    if p["wikidata"]:
        L.append("wikidata = " + q(p["wikidata"]))
    for t in p["tenures"]:
        L += ["[[person.tenure]]", "office = " + q(t["office"]), "from = " + date(t["since"])]
        if t["to"]:
            L.append("to = " + date(t["to"]))
        if t["acting"]:
            L.append("acting = true")
        L.append("source = " + arr(t["src"]) if t["src"] else "checked = false")
    return L


def roster_of_body(oid, ts):
    """The day of ROSTER, if the members on the days named there add up."""
    day, counts = ROSTER[oid]
    bad = []
    for d, n in counts.items():
        m = len(members(ts, datetime.date.fromisoformat(d)))
        if m != n:
            bad.append("%s %d not %d" % (d, m, n))
    if bad:
        print("no roster-since for", oid, ";", ", ".join(bad))
    return "" if bad else day


def office_lines(oid, ts, vacancies):
    title, also, org, seats, rank, role = office_record(oid)
    L = ["", "[[office]]", "id = " + q(oid), "title = " + q(title)]
    if also:
        L.append("also = " + arr(also))
    if role:
        L.append("role = " + q(role))
    if org:
        L.append("organization = " + q(org))
    L.append("jurisdiction = " + q(jurisdiction(oid)))
    opened, closed = LIFE.get(oid, ("", ""))
    if opened:
        L.append("from = " + date(opened))
    if closed:
        L.append("to = " + date(closed))
    if seats:
        L.append("seats = %d" % seats)
    since = roster_since(oid, ts, vacancies) if seats else roster_of_body(oid, ts) if oid in ROSTER else ""
    if since:
        L.append("roster-since = " + since)
    if rank:
        L.append("rank = %d" % rank)
    for v in vacancies:
        L += ["[[office.vacancy]]", "from = " + date(v["since"]), "to = " + date(v["to"]), "why = " + q(v["why"])]
        if v["src"]:
            L.append("source = " + arr(v["src"]))
    return L


def write(out, persons, tenures, vacancies):
    by_office = {}
    for t in tenures:
        by_office.setdefault(t["office"], []).append(t)
    files = {}
    for offices, people, name, reviewed, _ in PACKS:
        for stem in (offices, people):
            what = "" if offices == people else ": offices" if stem == offices else ": people"
            files[stem] = ["# Written by converters/china.py; change the converter or its tables, not this file.", "[pack]", "id = " + q(stem),
                           "name = " + q("China: " + name + what.replace(":", ",")), "reviewed = " + reviewed, "covers = " + COVERS,
                           "attribution = " + q(ATTRIBUTION)]
    for r in sorted(ROLES):
        files[PACKS[0][0]] += ["", "[[role]]", "id = " + q(r), "titles = " + arr(ROLES[r])]
    for oid in sorted(by_office):
        files[pack_of(oid)[0]] += office_lines(oid, by_office[oid], vacancies.get(oid, []))
    for pid in sorted(persons):
        files[pack_of_person(persons[pid])[1]] += person_lines(persons[pid])
    for stem, lines in files.items():
        with open(os.path.join(out, stem + ".toml"), "w", encoding="utf-8", newline="\n") as f:
            f.write("\n".join(lines) + "\n")
    for o in by_office:
        if o.startswith("cn/") and o not in O:
            print("office without record:", o)
    for o in O:
        if o not in by_office:
            print("office without tenure, left out:", o)


def members(ts, day):
    """Who held a seat on a day; one who left in that very month is not counted."""
    return {t["native"] for t in ts if lo(t["since"]) <= day and (not t["to"] or hi(t["to"]) >= day)
            and not (len(t["to"]) == 7 and lo(t["to"]) <= day <= hi(t["to"]))}


def text(d):
    return "" if d is None else d.isoformat() if isinstance(d, datetime.date) else d


def read_packs(out):
    records = {"person": [], "office": [], "role": []}
    for stem in sorted({x for p in PACKS for x in p[:2]}):
        with open(os.path.join(out, stem + ".toml"), "rb") as f:
            pack = tomllib.load(f)
        for kind, found in records.items():
            found += pack.get(kind, [])
    return records


def check(out):
    records = read_packs(out)
    people = records["person"]
    offices = {o["id"]: o for o in records["office"]}
    roles = {r["id"] for r in records["role"]}
    bad = 0
    for kind, found in records.items():
        if len({x["id"] for x in found}) != len(found):
            print("ERROR: the id of a record occurs twice:", kind)
            bad += 1
    chains, prec, unchecked, n = {}, {10: 0, 7: 0, 4: 0}, 0, 0
    for p in people:
        for t in p["tenure"]:
            n += 1
            f, e = text(t["from"]), text(t.get("to"))
            if t["office"] not in offices:
                print("ERROR: unknown office", t["office"], p["id"])
                bad += 1
            if e and hi(e) < lo(f):
                print("ERROR: ends before it starts", p["id"], t["office"], f, e)
                bad += 1
            if not t.get("source") and t.get("checked") is not False:
                print("ERROR: no source", p["id"], t["office"])
                bad += 1
            unchecked += t.get("checked") is False
            for d in (f, e):
                if d:
                    prec[len(d)] += 1
            chains.setdefault(t["office"], []).append((f, e, p["id"], t.get("acting", False), t.get("checked", True)))
    for o in offices.values():
        if o.get("role") and o["role"] not in roles:
            print("ERROR: unknown role", o["role"])
            bad += 1
    gaps = overlaps = central = 0
    never = datetime.date.max
    for oid in sorted(offices):
        o = offices[oid]
        chain = sorted(chains.get(oid, []), key=lambda c: (lo(c[0]), hi(c[1]) if c[1] else never))
        print("%s  (%sroster since %s)" % (oid, "" if o.get("seats") == 1 else "several seats, ", text(o.get("roster-since")) or "-"))
        if o.get("seats") != 1:
            for year in range(2003, int(PACKS[0][3][:4]) + 1):
                day = datetime.date(year, 6, 30)
                print("    %s %3d" % (day, len({c[2] for c in chain if lo(c[0]) <= day and (not c[1] or hi(c[1]) >= day)})))
            continue
        vs = [dict(since=text(v["from"]), to=text(v["to"]), why=v["why"]) for v in o.get("vacancy", [])]
        for v in vs:
            if not v["why"] or hi(v["to"]) < lo(v["since"]):
                print("ERROR: vacancy", v)
                bad += 1
        start = max(lo(COVERS), hi(text(o.get("from")) or COVERS))
        reviewed = lo(pack_of(oid)[3])
        stop = min(lo(text(o["to"])), reviewed) if "to" in o else reviewed

        def hole(far, until):
            nonlocal gaps, central
            if (until - far).days > 1 and far < stop and until > start:
                why = explained(vs, max(far, start), until)
                print("    %s %d days" % ("vacant" if why else "GAP", (until - far).days))
                if not why:
                    gaps += 1
                    central += oid.startswith("cn/")
        far, reach = start, None
        for c in chain:
            f, e, pid, acting, checked = c
            hole(far, lo(f))
            if reach and reach[2] != pid and not (acting or reach[3]) and (not reach[1] or lo(reach[1]) > hi(f)):
                print("    OVERLAP with", reach[2])
                overlaps += 1
            print("    %-10s %-10s %s%s%s" % (f, e or "...", pid, " (acting)" if acting else "", "" if checked else " (not checked)"))
            x = hi(e) if e else never
            if x >= far:
                far, reach = x, c
        hole(far, stop + datetime.timedelta(1))
    print("%d people, %d offices, %d tenures; dates: %d days, %d months, %d years; %d unchecked; since 2003: %d gaps (%d of central offices), %d overlaps; %d errors"
          % (len(people), len(offices), n, prec[10], prec[7], prec[4], unchecked, gaps, central, overlaps, bad))
    return bad + central


def main(argv):
    if len(argv) == 3 and argv[1] == "--check":
        return 1 if check(argv[2]) else 0
    if len(argv) == 3 and argv[1] == "--organizations":
        for x in sorted({o["organization"] for o in read_packs(argv[2])["office"] if "organization" in o}):
            print(x)
        return 0
    if len(argv) != 3:
        print(__doc__)
        return 2
    write(argv[2], *build(argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
