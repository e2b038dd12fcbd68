//! What was taught about the pages of sites.

use model::{Uid, site_rule::Rule};
use rusqlite::params;
use serde::Serialize;

use crate::{Error, Read, Result, Write, library::uid};

/// A rule that was taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteRuleRow {
    /// Identity.
    pub uid: Uid,
    /// The site: its host without `www.`.
    pub site: String,
    /// The rule.
    #[serde(flatten)]
    pub rule: Rule,
    /// When it was taught.
    pub made_at: String,
}

impl Read<'_> {
    /// All rules, by site.
    pub fn site_rules(&self) -> Result<Vec<SiteRuleRow>> {
        self.rules_by(
            "SELECT uid, site, rule, made_at FROM site_rule ORDER BY site, id",
            &[],
        )
    }

    /// The rules for one site, in the order they were taught.
    pub fn rules_of_site(&self, site: &str) -> Result<Vec<SiteRuleRow>> {
        let sql = "SELECT uid, site, rule, made_at FROM site_rule WHERE site = ? ORDER BY id";
        self.rules_by(sql, &[site])
    }

    fn rules_by(&self, sql: &str, given: &[&str]) -> Result<Vec<SiteRuleRow>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(given))?;
        let mut rules = Vec::new();
        while let Some(row) = rows.next()? {
            let rule: String = row.get("rule")?;
            rules.push(SiteRuleRow {
                uid: uid(row, "uid")?,
                site: row.get("site")?,
                rule: serde_json::from_str(&rule).map_err(Error::inconsistent)?,
                made_at: row.get("made_at")?,
            });
        }
        Ok(rules)
    }
}

impl Write<'_> {
    /// Teaches a rule; one about the same subject goes.
    pub fn teach_rule(&mut self, site: &str, rule: &Rule) -> Result<Uid> {
        let subject = rule.subject();
        self.connection
            .prepare_cached("DELETE FROM site_rule WHERE site = ? AND subject = ?")?
            .execute([site, &subject])?;
        let (uid, now) = (self.uid(), self.now());
        let rule = serde_json::to_string(rule).map_err(Error::inconsistent)?;
        self.connection
            .prepare_cached(
                "INSERT INTO site_rule (uid, site, subject, rule, made_at) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(params![uid.to_string(), site, subject, rule, now])?;
        Ok(uid)
    }

    /// Forgets a rule.
    pub fn forget_rule(&mut self, rule: Uid) -> Result<()> {
        let id = self.id_of("site_rule", rule)?;
        self.connection
            .execute("DELETE FROM site_rule WHERE id = ?", [id])?;
        Ok(())
    }
}
