using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Copilot.Data.Migrations.Postgres.Copilot
{
    /// <inheritdoc />
    internal sealed partial class Gate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Approvals",
                schema: "copilot",
                columns: table => new
                {
                    ProposalId = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LeftOut = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => new { x.ProposalId, x.PersonKey });
                });

            migrationBuilder.CreateTable(
                name: "Asked",
                schema: "copilot",
                columns: table => new
                {
                    ProposalId = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Asked", x => new { x.ProposalId, x.PersonKey });
                });

            migrationBuilder.CreateTable(
                name: "Presentations",
                schema: "copilot",
                columns: table => new
                {
                    ProposalId = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presentations", x => new { x.ProposalId, x.PersonKey });
                });

            migrationBuilder.CreateTable(
                name: "ProposalEffects",
                schema: "copilot",
                columns: table => new
                {
                    ProposalId = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BaseMinor = table.Column<long>(type: "bigint", nullable: true),
                    Unpriced = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ConfirmedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Receipt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    After = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UndoneBy = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalEffects", x => new { x.ProposalId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                schema: "copilot",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Tool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Arguments = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Requester = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Supersedes = table.Column<long>(type: "bigint", nullable: true),
                    SupersededBy = table.Column<long>(type: "bigint", nullable: true),
                    Undoes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecisionReason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Asked_PersonKey",
                schema: "copilot",
                table: "Asked",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalEffects_ConfirmedBy_Rule_ConfirmedOn",
                schema: "copilot",
                table: "ProposalEffects",
                columns: new[] { "ConfirmedBy", "Rule", "ConfirmedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalEffects_State",
                schema: "copilot",
                table: "ProposalEffects",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_Requester",
                schema: "copilot",
                table: "Proposals",
                column: "Requester");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_State_ExpiresAt",
                schema: "copilot",
                table: "Proposals",
                columns: new[] { "State", "ExpiresAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Approvals",
                schema: "copilot");

            migrationBuilder.DropTable(
                name: "Asked",
                schema: "copilot");

            migrationBuilder.DropTable(
                name: "Presentations",
                schema: "copilot");

            migrationBuilder.DropTable(
                name: "ProposalEffects",
                schema: "copilot");

            migrationBuilder.DropTable(
                name: "Proposals",
                schema: "copilot");
        }
    }
}
